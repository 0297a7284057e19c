package io.broadsheet.editorial;

import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/** What a field of an input does to what is stored: nothing if it is not given. */
final class Given {

	private Given() {
	}

	/**
	 * Reads a field that may be given.
	 * @param argument the field
	 * @param reading reads what it is given, null too; called at once
	 * @return what makes of the stored value the new one
	 */
	static <V, T extends @Nullable Object> UnaryOperator<T> change(ArgumentValue<V> argument,
			Function<@Nullable V, T> reading) {
		if (argument.isOmitted()) {
			return UnaryOperator.identity();
		}
		T value = reading.apply(argument.value());
		return (stored) -> value;
	}

}
