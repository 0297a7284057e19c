package io.broadsheet.media;

/**
 * Reads <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG</a>, turned as its
 * Exif orientation says.
 */
final class JpegFile {

	private static final int START_OF_SCAN = 0xda;

	private static final int END = 0xd9;

	private static final int APPLICATION_1 = 0xe1;

	private static final String EXIF = "Exif\0\0";

	private JpegFile() {
	}

	static boolean begins(Bytes content) {
		return content.has(0, "\u00ff\u00d8\u00ff");
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		PixelSize size = null;
		boolean turned = false;
		long at = marker(content, 2);
		for (; content.byteAt(at) != START_OF_SCAN; at = marker(content, at + 1 + content.shortAt(at + 1))) {
			int marker = content.byteAt(at);
			if (isFrame(marker)) {
				size = new PixelSize(content.shortAt(at + 6), content.shortAt(at + 4));
			}
			else if (marker == APPLICATION_1 && content.has(at + 3, EXIF)) {
				turned = ExifOrientation.isOnItsSide(content.part(at + 9, content.shortAt(at + 1) - 8L));
			}
		}
		if (size == null) {
			throw PictureType.JPEG.damaged("has no header");
		}
		requireEnd(content, at);
		return turned ? size.turned() : size;
	}

	/** Where the code of the marker is that must be at a place; bytes may fill in. */
	private static long marker(Bytes content, long from) throws RefusedPicture {
		if (content.byteAt(from) != 0xff) {
			throw PictureType.JPEG.damaged("has parts that no JPEG has");
		}
		long at = from + 1;
		while (content.byteAt(at) == 0xff) {
			at++;
		}
		return at;
	}

	/** C4, C8 and CC, in the midst of the frames' codes, mark something else. */
	private static boolean isFrame(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	/** Cameras write data of their own behind the end, so it need not be the last. */
	private static void requireEnd(Bytes content, long scan) {
		long at = content.length() - 2;
		while (at > scan && !(content.byteAt(at) == 0xff && content.byteAt(at + 1) == END)) {
			at--;
		}
		if (at <= scan) {
			throw new IndexOutOfBoundsException();
		}
	}

}
