package io.broadsheet.graph;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches that requests read and write. */
public final class Caches {

	private Caches() {
	}

	/**
	 * Begins a cache that is tended by whoever uses it: to wake another thread up for
	 * that costs a request more than doing it.
	 */
	public static Caffeine<Object, Object> newBuilder() {
		return Caffeine.newBuilder().executor(Runnable::run);
	}

}
