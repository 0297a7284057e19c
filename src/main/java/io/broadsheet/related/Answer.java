package io.broadsheet.related;

/**
 * An article that stands beside the one that is asked about.
 *
 * @param scored how near it is
 * @param traits what the ranking knows of it
 * @param pick whether the editors pinned it there
 */
record Answer(Scored scored, Traits traits, boolean pick) {
}
