package io.broadsheet.intake;

import org.jspecify.annotations.Nullable;

/**
 * An author or a topic as an article names it.
 *
 * @param key its id, slug or name
 * @param name its name, if the file says more than the key
 * @param about what the file says about it besides
 */
record Reference(String key, @Nullable String name, @Nullable String about) {

	static Reference to(String key) {
		return new Reference(key, null, null);
	}

}
