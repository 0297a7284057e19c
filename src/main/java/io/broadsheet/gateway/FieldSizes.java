package io.broadsheet.gateway;

import java.util.Set;

/**
 * What a field says of the sizes of lists in the object that it answers with, as a
 * connection's does.
 *
 * @param names the fields with the lists
 * @param size how many items they have
 */
record FieldSizes(Set<String> names, long size) {

	static final FieldSizes NONE = new FieldSizes(Set.of(), 0);

	/** The size of a list that would have another one by itself. */
	long of(String name, long own) {
		return this.names.contains(name) ? this.size : own;
	}

}
