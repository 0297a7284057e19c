package io.broadsheet.editorial;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * That a draft is to be published later.
 *
 * @param id the draft's id
 * @param expectedRevision the revision that the editor saw
 * @param at when
 * @param until when readers are to lose it again
 */
record DraftScheduleInput(String id, int expectedRevision, OffsetDateTime at, @Nullable OffsetDateTime until) {
}
