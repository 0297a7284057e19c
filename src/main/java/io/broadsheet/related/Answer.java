package io.broadsheet.related;

/**
 * An article that stands beside the one that is asked about.
 *
 * @param scored how near it is
 * @param traits what the ranking knows of it
 * @param likeness tells whether it is the same story as another
 * @param pick whether the editors pinned it there
 */
record Answer(Scored scored, Traits traits, Likeness likeness, boolean pick) {
}
