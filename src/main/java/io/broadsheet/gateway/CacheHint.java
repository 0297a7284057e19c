package io.broadsheet.gateway;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * For how long what is answered may be kept, for whom, and with what it changes.
 *
 * @param maxAge for how many seconds; null if it does not matter
 * @param shared whether it is the same for everybody
 * @param tags what changes it besides the objects that are in the answer
 */
record CacheHint(@Nullable Integer maxAge, boolean shared, Set<String> tags) {

	/** What may be kept by everybody for ever. */
	static final CacheHint NONE = new CacheHint(null, true, Set.of());

	/** The hint for an answer that has both. */
	CacheHint and(CacheHint other) {
		if (other.equals(NONE)) {
			return this;
		}
		return new CacheHint(least(this.maxAge, other.maxAge), this.shared && other.shared,
				this.tags.containsAll(other.tags) ? this.tags : Stream.concat(this.tags.stream(), other.tags.stream())
					.collect(Collectors.toUnmodifiableSet()));
	}

	private static @Nullable Integer least(@Nullable Integer one, @Nullable Integer other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.min(one, other);
	}

}
