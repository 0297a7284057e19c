package io.broadsheet.editorial;

import java.time.Instant;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * An address at which somebody without an account can read one draft.
 *
 * @param id its id, by which editors speak of it
 * @param draftId the draft
 * @param token what makes the address one that nobody guesses
 * @param revision the revision that is read there; null for always the latest
 * @param expiresAt when it ends
 * @param createdBy who made it, by name
 * @param createdAt when
 */
record PreviewLink(NodeId id, NodeId draftId, String token, @Nullable Integer revision, Instant expiresAt,
		String createdBy, Instant createdAt) {

	/** The letter that begins preview links' ids. */
	static final char KIND = 'P';

}
