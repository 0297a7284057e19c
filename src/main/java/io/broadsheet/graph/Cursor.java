package io.broadsheet.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Opaque places in lists: the key of an item in its list's order, sealed with the name of
 * the list, so that a cursor of another list, another filter or another order is told
 * from one of this list. The key is enough to go on from, whether or not the item is
 * still there.
 */
public final class Cursor {

	private static final int SEAL_BYTES = 6;

	private static final int MAX_LENGTH = 4096;

	private Cursor() {
	}

	/**
	 * The cursor of a place.
	 * @param list names the list with its filter and order
	 * @param key the key of the place in it
	 * @return the cursor
	 */
	public static String write(String list, byte[] key) {
		byte[] sealed = Arrays.copyOf(seal(list, key), SEAL_BYTES + key.length);
		System.arraycopy(key, 0, sealed, SEAL_BYTES, key.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * The place of a cursor.
	 * @param list names the list with its filter and order
	 * @param cursor what a client sent
	 * @param argument the argument in which it was sent
	 * @return the key of the place
	 * @throws Problem.BadUserInput if it is no cursor of that list
	 */
	public static byte[] read(String list, String cursor, String argument) {
		byte[] sealed = decoded(cursor, argument);
		if (sealed.length >= SEAL_BYTES) {
			byte[] key = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
			if (Arrays.equals(seal(list, key), 0, SEAL_BYTES, sealed, 0, SEAL_BYTES)) {
				return key;
			}
		}
		throw wrong(argument);
	}

	private static byte[] decoded(String cursor, String argument) {
		if (cursor.length() > MAX_LENGTH) {
			throw wrong(argument);
		}
		try {
			return Base64.getUrlDecoder().decode(cursor);
		}
		catch (IllegalArgumentException ex) {
			throw wrong(argument);
		}
	}

	private static byte[] seal(String list, byte[] key) {
		byte[] digest = Sha256.of(list.getBytes(StandardCharsets.UTF_8), new byte[1], key);
		return Arrays.copyOf(digest, SEAL_BYTES);
	}

	private static Problem.BadUserInput wrong(String argument) {
		return new Problem.BadUserInput(
				("\"%s\" is not a cursor of this list. Take cursors from \"pageInfo\" or "
						+ "\"edges\" of the same list, asked for with the same filter and order.")
					.formatted(argument),
				argument);
	}

}
