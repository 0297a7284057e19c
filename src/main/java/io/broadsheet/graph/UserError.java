package io.broadsheet.graph;

import java.util.List;

/**
 * Why a mutation did not do what it was asked to, as data for the client: what its user
 * can be told, and where in the input it is.
 */
public interface UserError {

	/** What is wrong and what would be right. */
	String message();

	/** Where it is, from the argument inwards, such as {@code input, headline}. */
	List<String> path();

	/**
	 * A value that cannot be taken as it is.
	 *
	 * @param message what is wrong and what would be right
	 * @param path where it is
	 */
	record InvalidInput(String message, List<String> path) implements UserError {
	}

	/**
	 * Something that the input names is not there.
	 *
	 * @param message what was looked for
	 * @param path where it is named
	 */
	record NotFound(String message, List<String> path) implements UserError {
	}

}
