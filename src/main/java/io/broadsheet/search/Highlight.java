package io.broadsheet.search;

/**
 * A passage of an article in which a search's words are marked.
 *
 * @param field where it stands: {@code headline}, {@code brief} or {@code body}
 * @param html the passage; all but the marks is escaped
 */
record Highlight(String field, String html) {
}
