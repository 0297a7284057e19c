package io.broadsheet.media;

/**
 * What a file's content tells of it.
 *
 * @param type which kind of picture it is
 * @param width in pixels as it is shown
 * @param height in pixels as it is shown
 */
record PictureInspection(PictureType type, int width, int height) {

	/**
	 * A small file can unfold to a picture that a phone has no memory for; no camera
	 * takes one that large.
	 */
	private static final long MOST_PIXELS = 200_000_000;

	/**
	 * Looks at a file.
	 * @throws RefusedPicture if it is none that readers can be shown
	 */
	static PictureInspection of(byte[] file) throws RefusedPicture {
		Bytes content = Bytes.of(file);
		PictureType type = PictureType.of(content).orElseThrow(PictureInspection::notAPicture);
		PixelSize size = type.size(content);
		if (size.isEmpty()) {
			throw type.damaged("says that it has no width or no height");
		}
		if (type != PictureType.SVG && size.exceeds(MOST_PIXELS)) {
			throw new RefusedPicture(RefusedPicture.Reason.TOO_LARGE,
					"This picture has %,d × %,d pixels; at most %,d in all are taken.".formatted(size.width(),
							size.height(), MOST_PIXELS));
		}
		return new PictureInspection(type, Math.toIntExact(size.width()), Math.toIntExact(size.height()));
	}

	/** The refusal of what is no picture. */
	static RefusedPicture notAPicture() {
		return new RefusedPicture(RefusedPicture.Reason.NOT_A_PICTURE,
				"By its content this file is no picture that browsers show: PNG, JPEG, GIF, WebP, AVIF and SVG are taken.");
	}

}
