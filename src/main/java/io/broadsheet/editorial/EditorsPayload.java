package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What every editor's mutation answers, so that {@link Auditing} can tell what was done
 * without each mutation having to say it.
 */
interface EditorsPayload {

	/** Why it was not done; empty if it was. */
	List<UserError> errors();

	/** What it was done to; null if it was not done. */
	@Nullable NodeId about();

	/** What whoever reads the log should know beside that, such as a reason. */
	default @Nullable String note() {
		return null;
	}

}
