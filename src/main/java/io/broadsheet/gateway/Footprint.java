package io.broadsheet.gateway;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes values take in memory that were read from JSON, roughly, and rather too
 * many. A client may send a megabyte of empty lists or objects, each of which takes far
 * more than the characters by which it is written.
 */
final class Footprint {

	private static final int TEXT = 48;

	private static final int NUMBER = 24;

	private static final int LIST = 40;

	private static final int MAP = 150;

	private static final int ENTRY = 48;

	private static final int REFERENCE = 8;

	private Footprint() {
	}

	/** What a value takes, with all that is in it. */
	static int of(@Nullable Object value) {
		return switch (value) {
			case null -> 0;
			case String text -> TEXT + text.length();
			case Map<?, ?> map -> MAP + map.entrySet()
				.stream()
				.mapToInt((entry) -> ENTRY + of(entry.getKey()) + of(entry.getValue()))
				.sum();
			case Collection<?> list -> LIST + list.stream().mapToInt((item) -> REFERENCE + of(item)).sum();
			default -> NUMBER;
		};
	}

}
