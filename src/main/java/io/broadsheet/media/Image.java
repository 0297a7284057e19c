package io.broadsheet.media;

import org.jspecify.annotations.Nullable;

/**
 * A picture and what readers are told of it. {@link ImageParts} makes one from what
 * people write, {@link ImageDocuments} from what is stored.
 *
 * @param url where the picture is, absolute
 * @param alt its alternative text; empty exactly if it is decorative
 * @param decorative whether it says nothing that the text does not say
 * @param caption the line under it
 * @param credit who made it
 * @param license under which terms it may be used
 * @param width in pixels
 * @param height in pixels
 * @param focalPoint what must stay visible when it is cropped
 */
public record Image(String url, String alt, boolean decorative, @Nullable String caption, @Nullable String credit,
		@Nullable String license, @Nullable Integer width, @Nullable Integer height, @Nullable FocalPoint focalPoint) {

	public Image {
		if (decorative != alt.isEmpty()) {
			throw new IllegalArgumentException("A picture either is decorative or has an alternative text: " + url);
		}
	}

	/**
	 * The point that matters most in a picture.
	 *
	 * @param x from the left, 0 to 1
	 * @param y from the top, 0 to 1
	 */
	public record FocalPoint(double x, double y) {
	}

}
