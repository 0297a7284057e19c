package io.broadsheet.media;

/**
 * How large a picture is when it is shown.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PixelSize(long width, long height) {

	/** The same picture lying on its side. */
	PixelSize turned() {
		return new PixelSize(/* width= */ this.height, /* height= */ this.width);
	}

	/** Whether there is nothing to see. */
	boolean isEmpty() {
		return this.width < 1 || this.height < 1;
	}

	/** Whether there are more pixels than a number. */
	boolean exceeds(long pixels) {
		return this.width > pixels / this.height;
	}

}
