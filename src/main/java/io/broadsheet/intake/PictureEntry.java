package io.broadsheet.intake;

import io.broadsheet.media.ImageParts;

/**
 * A picture as a file names it.
 *
 * @param parts what is said of it; the address may be one of a file
 * @param line where it is named
 */
record PictureEntry(ImageParts parts, int line) {
}
