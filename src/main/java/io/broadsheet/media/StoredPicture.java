package io.broadsheet.media;

/**
 * A picture's file that the gateway has taken in and serves.
 *
 * @param path where it is on the site, such as
 * {@code /media/2c26b46b68ffc68ff99b453c1d304134.svg}
 * @param width in pixels as it is shown
 * @param height in pixels as it is shown
 */
public record StoredPicture(String path, int width, int height) {
}
