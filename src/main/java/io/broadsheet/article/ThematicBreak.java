package io.broadsheet.article;

/**
 * A change of scene.
 *
 * @param text always empty
 */
public record ThematicBreak(String text) implements Block {
}
