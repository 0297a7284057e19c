package io.broadsheet.gateway;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A request to the letter, as far as its answer depends on it. Requests that are spelled
 * alike ask the same {@link Question}, which need not be read from them again. They have
 * an order, so that a map of them is not slow if somebody makes many with one hash.
 */
final class Spelling implements Comparable<Spelling> {

	/** The attribute of a request that has its spelling. */
	static final String ATTRIBUTE = Spelling.class.getName();

	/** What a spelling takes in memory besides its bytes, roughly. */
	private static final int OVERHEAD = 150;

	private final byte[] bytes;

	private final @Nullable String accept;

	private final @Nullable String contentType;

	private final int hash;

	/**
	 * @param bytes the body of a POST, the address of a GET
	 * @param accept the value of {@code Accept}
	 * @param contentType the value of {@code Content-Type}; null for a GET
	 */
	Spelling(byte[] bytes, @Nullable String accept, @Nullable String contentType) {
		this.bytes = bytes;
		this.accept = accept;
		this.contentType = contentType;
		this.hash = 31 * Arrays.hashCode(bytes) + Objects.hashCode(accept);
	}

	/** Roughly how many bytes it takes in memory. */
	int weight() {
		return OVERHEAD + this.bytes.length;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Spelling spelling && this.hash == spelling.hash
				&& Arrays.equals(this.bytes, spelling.bytes) && Objects.equals(this.accept, spelling.accept)
				&& Objects.equals(this.contentType, spelling.contentType);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public int compareTo(Spelling other) {
		int order = Arrays.compare(this.bytes, other.bytes);
		if (order == 0) {
			order = String.valueOf(this.accept).compareTo(String.valueOf(other.accept));
		}
		return (order != 0) ? order : String.valueOf(this.contentType).compareTo(String.valueOf(other.contentType));
	}

}
