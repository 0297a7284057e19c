package io.broadsheet.media;

/** Reads <a href="https://www.w3.org/TR/png-3/">PNG</a> without inflating anything. */
final class PngFile {

	private static final int FIRST_CHUNK = 8;

	private PngFile() {
	}

	static boolean begins(Bytes content) {
		return content.has(0, "\u0089PNG\r\n\u001a\n");
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		if (!content.has(FIRST_CHUNK + 4, "IHDR")) {
			throw PictureType.PNG.damaged("has no header");
		}
		requireEnd(content);
		return new PixelSize(content.intAt(FIRST_CHUNK + 8), content.intAt(FIRST_CHUNK + 12));
	}

	private static void requireEnd(Bytes content) {
		long at = FIRST_CHUNK;
		while (!content.has(at + 4, "IEND")) {
			at += 12 + content.intAt(at);
		}
		content.part(at, 12);
	}

}
