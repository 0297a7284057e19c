package io.broadsheet.editorial;

/**
 * That somebody wants to do something to a draft.
 *
 * @param draft the draft's id, as a client sends it
 * @param expectedRevision the revision that this person saw
 * @param by who it is, by name
 */
record StepRequest(String draft, int expectedRevision, String by) {
}
