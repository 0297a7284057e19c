package io.broadsheet.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * The stored field {@code addresses}: every slug by which a document is or was known. One
 * unique index over it keeps an earlier slug from being given to another document, and
 * finds the document by any of them with one look-up.
 */
public final class Addresses {

	/** The field's name. */
	public static final String FIELD = "addresses";

	private Addresses() {
	}

	/**
	 * The field's value.
	 * @param current the slug by which the document is known
	 * @param earlier those by which it was known
	 * @return all of them, the current one first
	 */
	public static List<String> of(String current, List<String> earlier) {
		return Stream.concat(Stream.of(current), earlier.stream()).distinct().toList();
	}

	/**
	 * The earlier ones of a field's value.
	 * @param addresses the field's value
	 * @param current the current slug
	 * @return the others in their order
	 */
	public static List<String> earlier(List<String> addresses, String current) {
		return addresses.stream().filter((address) -> !address.equals(current)).toList();
	}

}
