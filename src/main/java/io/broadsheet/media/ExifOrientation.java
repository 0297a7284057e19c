package io.broadsheet.media;

/**
 * How a camera was held, from
 * <a href="https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf">Exif</a> (4.6.4,
 * Orientation). Browsers turn the picture accordingly.
 */
final class ExifOrientation {

	private static final int TAG = 0x0112;

	private static final int FIRST_ON_SIDE = 5;

	private static final int LAST_ON_SIDE = 8;

	private ExifOrientation() {
	}

	/**
	 * Whether width and height change places.
	 * @param exif the data from its byte order on; what cannot be read turns nothing
	 */
	static boolean isOnItsSide(Bytes exif) {
		try {
			int orientation = read(exif.has(0, "II") ? exif.littleEndian() : exif);
			return orientation >= FIRST_ON_SIDE && orientation <= LAST_ON_SIDE;
		}
		catch (IndexOutOfBoundsException ex) {
			return false;
		}
	}

	private static int read(Bytes exif) {
		long directory = exif.intAt(4);
		int entries = exif.shortAt(directory);
		for (int i = 0; i < entries; i++) {
			long entry = directory + 2 + 12L * i;
			if (exif.shortAt(entry) == TAG) {
				return exif.shortAt(entry + 8);
			}
		}
		return 0;
	}

}
