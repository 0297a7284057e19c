package io.broadsheet.article;

import io.broadsheet.media.Image;

/**
 * A picture that stands by itself.
 *
 * @param text its alternative text and its caption, a line for each
 * @param image the picture
 */
public record ImageBlock(String text, Image image) implements Block {
}
