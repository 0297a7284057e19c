package io.broadsheet.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * A place in a list of articles: the key by which it is ordered, and the id of what
 * stands or stood there.
 *
 * @param key a {@link Long} or a {@link BytesRef}
 * @param id the article's id
 */
record Position(Object key, NodeId id) {

	/** The place of what a search found. */
	static Position of(FieldDoc found) {
		return new Position(found.fields[0], new NodeId(((BytesRef) found.fields[1]).utf8ToString()));
	}

	/**
	 * Reads a place.
	 * @param bytes what {@link #toBytes()} made
	 * @param field what the list is ordered by
	 */
	static Position of(byte[] bytes, ArticleOrder.Field field) {
		int keyLength = bytes.length - NodeId.LENGTH;
		NodeId id = new NodeId(new String(bytes, keyLength, NodeId.LENGTH, StandardCharsets.US_ASCII));
		if (field == ArticleOrder.Field.HEADLINE) {
			return new Position(new BytesRef(Arrays.copyOf(bytes, keyLength)), id);
		}
		return new Position(ByteBuffer.wrap(bytes).getLong(), id);
	}

	byte[] toBytes() {
		byte[] keyBytes = keyBytes();
		return ByteBuffer.allocate(keyBytes.length + NodeId.LENGTH)
			.put(keyBytes)
			.put(this.id.value().getBytes(StandardCharsets.US_ASCII))
			.array();
	}

	/** The place for the index to go on from. */
	FieldDoc toFieldDoc() {
		return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] { this.key, new BytesRef(this.id.value()) });
	}

	/** Whether another place comes before this one, keys and ids ascending. */
	int compareKey(Position other) {
		if (this.key instanceof Long number && other.key instanceof Long otherNumber) {
			return number.compareTo(otherNumber);
		}
		return ((BytesRef) this.key).compareTo((BytesRef) other.key);
	}

	private byte[] keyBytes() {
		if (this.key instanceof Long number) {
			return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
		}
		BytesRef bytes = (BytesRef) this.key;
		return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
	}

}
