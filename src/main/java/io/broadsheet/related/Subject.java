package io.broadsheet.related;

/**
 * All of an article that the ranking asks about.
 *
 * @param traits what articles are compared by
 * @param pairs its pairs of neighbouring words
 * @param words its words where they stand
 */
record Subject(Traits traits, TermCounts pairs, Words words) {
}
