package io.broadsheet.media;

/** Reads <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF</a>. */
final class GifFile {

	private static final long FIRST_BLOCK = 13;

	private static final int EXTENSION = 0x21;

	private static final int FRAME = 0x2c;

	private static final int TRAILER = 0x3b;

	private GifFile() {
	}

	static boolean begins(Bytes content) {
		return content.has(0, "GIF87a") || content.has(0, "GIF89a");
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		requireTrailer(content);
		Bytes header = content.littleEndian();
		return new PixelSize(header.shortAt(6), header.shortAt(8));
	}

	private static void requireTrailer(Bytes content) throws RefusedPicture {
		long at = FIRST_BLOCK + colorTable(content.byteAt(10));
		for (int block = content.byteAt(at); block != TRAILER; block = content.byteAt(at)) {
			at = switch (block) {
				case EXTENSION -> afterData(content, at + 2);
				case FRAME -> afterData(content, at + 11 + colorTable(content.byteAt(at + 9)));
				default -> throw PictureType.GIF.damaged("has parts that no GIF has");
			};
		}
	}

	/** How many bytes the color table has that a byte of flags speaks of. */
	private static int colorTable(int flags) {
		return ((flags & 0x80) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

	private static long afterData(Bytes content, long from) {
		long at = from;
		while (content.byteAt(at) != 0) {
			at += 1 + content.byteAt(at);
		}
		return at + 1;
	}

}
