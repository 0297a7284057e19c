package io.broadsheet.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

import io.broadsheet.graph.NodeId;

/**
 * A place in what a search found.
 *
 * @param asTyped whether the article has all words as they were typed
 * @param score how well it fits
 * @param id the article's id
 */
record Rank(boolean asTyped, float score, NodeId id) implements Comparable<Rank> {

	private static final Comparator<Rank> BEST_FIRST = Comparator.comparing(Rank::asTyped)
		.thenComparingDouble(Rank::score)
		.reversed()
		.thenComparing(Rank::id);

	static Rank read(ByteBuffer bytes) {
		boolean asTyped = bytes.get() != 0;
		float score = bytes.getFloat();
		byte[] id = new byte[NodeId.LENGTH];
		bytes.get(id);
		return new Rank(asTyped, score, new NodeId(new String(id, StandardCharsets.US_ASCII)));
	}

	void write(ByteBuffer bytes) {
		bytes.put((byte) (this.asTyped ? 1 : 0))
			.putFloat(this.score)
			.put(this.id.value().getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public int compareTo(Rank other) {
		return BEST_FIRST.compare(this, other);
	}

}
