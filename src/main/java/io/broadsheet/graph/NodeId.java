package io.broadsheet.graph;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * An opaque, stable, global object identifier (GraphQL Global Object Identification): one
 * letter for the kind of node and sixteen of base64url for 96 bits that name it. It is
 * the same in the API, in the store and in exports, so that content keeps its ids
 * wherever it moves.
 *
 * @param value the identifier as clients see it; well-formed, which does not mean that
 * the node exists
 */
public record NodeId(String value) implements Comparable<NodeId> {

	/** How long every identifier is, in characters. */
	public static final int LENGTH = 17;

	private static final int KEY_BYTES = 12;

	/**
	 * By character, whether base64url has it: ids are read all the time, mostly from the
	 * store.
	 */
	private static final boolean[] BASE64_URL = base64Url();

	/**
	 * @throws Problem.BadUserInput if the text is no identifier
	 */
	public NodeId {
		if (!isWellFormed(value)) {
			throw new Problem.BadUserInput(
					"\"%s\" is not an id. Ids come from the API's own answers and are used as they are."
						.formatted(abbreviated(value)));
		}
	}

	/**
	 * Reads an identifier that must be of one kind.
	 * @param text what a client sent
	 * @param kind the letter of the kind that is expected
	 * @param kindName what people call that kind, for the message
	 * @return the identifier
	 * @throws Problem.BadUserInput if the text is no identifier or is one of another kind
	 */
	public static NodeId parse(String text, char kind, String kindName) {
		NodeId id = new NodeId(text);
		if (id.kind() != kind) {
			throw new Problem.BadUserInput("\"%s\" is an id, but not the id of %s.".formatted(text, kindName));
		}
		return id;
	}

	/**
	 * The identifier that belongs to a name, the same on every machine, so that content
	 * that comes from files has the same ids wherever it is imported: the first 96 bits
	 * of the SHA-256 of kind and name.
	 * @param kind the letter of the kind of node
	 * @param name what the node is named by, such as the slug it was first given
	 * @return the identifier
	 */
	public static NodeId named(char kind, String name) {
		byte[] digest = Sha256.of(kind + ":" + name);
		return new NodeId(kind + encoded(Arrays.copyOf(digest, KEY_BYTES)));
	}

	/**
	 * An identifier that nothing has.
	 * @param kind the letter of the kind of node
	 * @param random where it comes from
	 * @return the identifier
	 */
	public static NodeId random(char kind, RandomGenerator random) {
		byte[] key = new byte[KEY_BYTES];
		random.nextBytes(key);
		return new NodeId(kind + encoded(key));
	}

	/** The letter that tells which kind of node this is. */
	public char kind() {
		return this.value.charAt(0);
	}

	/** As records compare, but without the method handles that would do it. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NodeId id && id.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public int compareTo(NodeId other) {
		return this.value.compareTo(other.value);
	}

	/** The identifier as clients see it. */
	@Override
	public String toString() {
		return this.value;
	}

	/**
	 * Whether a text is an identifier, of whatever kind.
	 * @param text what a client sent
	 */
	public static boolean isWellFormed(String text) {
		if (text.length() != LENGTH || !isUpperCaseLetter(text.charAt(0))) {
			return false;
		}
		for (int at = 1; at < LENGTH; at++) {
			if (!isBase64Url(text.charAt(at))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isUpperCaseLetter(int c) {
		return c >= 'A' && c <= 'Z';
	}

	private static boolean isBase64Url(int c) {
		return c < BASE64_URL.length && BASE64_URL[c];
	}

	private static boolean[] base64Url() {
		boolean[] has = new boolean[128];
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars().forEach((c) -> has[c] = true);
		return has;
	}

	private static String abbreviated(String text) {
		return (text.length() <= 40) ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
	}

	private static String encoded(byte[] key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
	}

}
