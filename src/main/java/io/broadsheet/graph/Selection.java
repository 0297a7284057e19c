package io.broadsheet.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;

/**
 * The fields that a request selects below one of its own, whatever they are called there,
 * and on whatever type: {@code { edges { node { id } } pageInfo { endCursor } } }. What
 * {@code @skip} and {@code @include} leave out is not in it.
 *
 * @param fields what is selected below each, by the fields' names in the schema
 */
public record Selection(Map<String, Selection> fields) {

	/** Nothing. */
	public static final Selection NONE = new Selection(Map.of());

	public Selection {
		fields = Map.copyOf(fields);
	}

	/**
	 * What is selected below a field that is being fetched.
	 * @param environment the field's
	 * @return the selection
	 */
	public static Selection of(DataFetchingEnvironment environment) {
		return SelectionReader.read(environment);
	}

	/** The names of the fields at its top. */
	public Set<String> names() {
		return this.fields.keySet();
	}

	/**
	 * What is selected at a path.
	 * @param path fields' names, such as {@code "edges/node"}
	 * @return the selection, empty if there is none
	 */
	public Selection at(String path) {
		Selection selection = this;
		for (String name : path.split("/", -1)) {
			selection = selection.fields.getOrDefault(name, NONE);
		}
		return selection;
	}

	/**
	 * Whether a field is selected.
	 * @param path where, such as {@code "edges/cursor"}
	 */
	public boolean contains(String path) {
		int name = path.lastIndexOf('/') + 1;
		Selection parent = (name > 0) ? at(path.substring(0, name - 1)) : this;
		return parent.fields.containsKey(path.substring(name));
	}

	/**
	 * What either selects.
	 * @param other another selection
	 * @return both together
	 */
	public Selection and(Selection other) {
		if (this.fields.isEmpty() || other.fields.isEmpty()) {
			return this.fields.isEmpty() ? other : this;
		}
		Map<String, Selection> both = new HashMap<>(this.fields);
		other.fields.forEach((name, below) -> both.merge(name, below, Selection::and));
		return new Selection(both);
	}

}
