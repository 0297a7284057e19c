package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param draft the draft after it; null if it was not taken
 * @param errors why it was not taken; empty if it was
 */
record DraftPayload(@Nullable Draft draft, List<UserError> errors) implements EditorsPayload {

	static DraftPayload done(Draft draft) {
		return new DraftPayload(draft, List.of());
	}

	static DraftPayload refused(List<UserError> errors) {
		return new DraftPayload(null, List.copyOf(errors));
	}

	@Override
	public @Nullable NodeId about() {
		return (this.draft != null) ? this.draft.id() : null;
	}

}
