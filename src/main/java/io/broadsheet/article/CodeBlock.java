package io.broadsheet.article;

import org.jspecify.annotations.Nullable;

/**
 * Text whose every space and line counts, such as a program.
 *
 * @param text the code
 * @param code the code, without the last line's end
 * @param language what it is written in, as its author named it
 */
public record CodeBlock(String text, String code, @Nullable String language) implements Block {
}
