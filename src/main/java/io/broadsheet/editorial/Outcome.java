package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change of reference content.
 *
 * @param value what was changed, as it is now or last was; null if it was not changed
 * @param errors why it was not changed; empty if it was
 * @param <T> the kind of content
 */
record Outcome<T>(@Nullable T value, List<UserError> errors) {

	static <T> Outcome<T> done(T value) {
		return new Outcome<>(value, List.of());
	}

	static <T> Outcome<T> refused(List<UserError> errors) {
		return new Outcome<>(null, List.copyOf(errors));
	}

	static <T> Outcome<T> refused(UserError error) {
		return new Outcome<>(null, List.of(error));
	}

}
