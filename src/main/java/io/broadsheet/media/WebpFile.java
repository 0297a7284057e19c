package io.broadsheet.media;

/** Reads <a href="https://www.rfc-editor.org/rfc/rfc9649">WebP</a>. */
final class WebpFile {

	private static final int DATA = 20;

	private WebpFile() {
	}

	static boolean begins(Bytes content) {
		return content.has(0, "RIFF") && content.has(8, "WEBP");
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		Bytes file = content.littleEndian();
		file.part(8, file.intAt(4));
		if (file.has(12, "VP8X")) {
			return new PixelSize(1 + threeBytes(file, DATA + 4), 1 + threeBytes(file, DATA + 7));
		}
		if (file.has(12, "VP8L") && file.byteAt(DATA) == 0x2f) {
			long bits = file.intAt(DATA + 1);
			return new PixelSize(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
		}
		if (file.has(12, "VP8 ") && file.has(DATA + 3, "\u009d\u0001*")) {
			return new PixelSize(file.shortAt(DATA + 6) & 0x3fff, file.shortAt(DATA + 8) & 0x3fff);
		}
		throw PictureType.WEBP.damaged("has no header");
	}

	private static long threeBytes(Bytes file, long at) {
		return file.shortAt(at) | ((long) file.byteAt(at + 2) << 16);
	}

}
