package io.broadsheet.graph;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a client asks for, by the arguments of Relay's cursor
 * connections: of what stands between {@code after} and {@code before}, the first so many
 * or the last so many.
 *
 * @param size how many at most
 * @param fromEnd whether they are counted from the end
 * @param after a cursor; what stands at it and before it is left out
 * @param before a cursor; what stands at it and after it is left out
 */
public record Page(int size, boolean fromEnd, @Nullable String after, @Nullable String before) {

	/** How many a client gets that does not say. */
	public static final int DEFAULT_SIZE = 20;

	/** How many a client can get at once. */
	public static final int MAX_SIZE = 100;

	/**
	 * Checks the arguments of a field.
	 * @param first how many from the start
	 * @param after the cursor before the part
	 * @param last how many from the end
	 * @param before the cursor behind the part
	 * @return the part that they ask for
	 * @throws Problem.BadUserInput if they contradict each other or are out of bounds
	 */
	public static Page of(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) {
		if (first != null && last != null) {
			throw new Problem.BadUserInput(
					"Both \"first\" and \"last\" are given. Use \"first\" to page forwards or \"last\" to page backwards.",
					"last");
		}
		if (last != null) {
			return new Page(checked(last, "last"), true, after, before);
		}
		return new Page((first != null) ? checked(first, "first") : DEFAULT_SIZE, false, after, before);
	}

	/**
	 * Checks how many items of a list without cursors are wanted.
	 * @param first how many
	 * @param otherwise how many if that is not said
	 * @return how many
	 * @throws Problem.BadUserInput if it is out of bounds
	 */
	public static int size(@Nullable Integer first, int otherwise) {
		return (first != null) ? checked(first, "first") : otherwise;
	}

	private static int checked(int size, String argument) {
		if (size < 0 || size > MAX_SIZE) {
			throw new Problem.BadUserInput("\"%s\" is %d; it can be from 0 to %d.".formatted(argument, size, MAX_SIZE),
					argument);
		}
		return size;
	}

}
