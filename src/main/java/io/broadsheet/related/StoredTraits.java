package io.broadsheet.related;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * An article's {@link Traits} as the index has them: bytes in which what the ranking
 * compares stands at fixed places, so that nothing need be taken apart for it.
 */
final class StoredTraits {

	private static final int SERIES = 8;

	private static final int ID_HASH = 12;

	private static final int LENGTHS = 16;

	private static final int SIZES = 28;

	private static final int HEAD = 36;

	private final byte[] bytes;

	private final int offset;

	StoredTraits(BytesRef stored) {
		this.bytes = stored.bytes;
		this.offset = stored.offset;
	}

	static BytesRef write(Traits traits) {
		int[] facts = facts(traits);
		byte[] bytes = new byte[HEAD + 5 * (facts.length + traits.stems().size())
				+ 20 * (3 + traits.authors().size() + traits.topics().size() + traits.picks().size()) + 100];
		ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
		out.writeLong(traits.publishedAt());
		out.writeInt(traits.series());
		out.writeInt(TermCounts.hash(traits.id().value()));
		out.writeInt(traits.lengths().headline());
		out.writeInt(traits.lengths().brief());
		out.writeInt(traits.lengths().body());
		out.writeInt(facts.length);
		out.writeInt(traits.stems().size());
		write(out, new TermCounts(facts, new byte[facts.length]));
		write(out, traits.stems());
		writeText(out, traits.language());
		List<NodeId> section = (traits.section() != null) ? List.of(traits.section()) : List.of();
		Stream.of(List.of(traits.id()), section, traits.authors(), traits.topics(), traits.picks())
			.forEach((ids) -> writeIds(out, ids));
		return new BytesRef(bytes, 0, out.getPosition());
	}

	/** The hashes of section, authors and topics, in order. */
	static int[] facts(Traits traits) {
		Stream<NodeId> section = Stream.ofNullable(traits.section());
		return Stream.of(section, traits.authors().stream(), traits.topics().stream())
			.flatMap((ids) -> ids)
			.mapToInt((id) -> TermCounts.hash(id.value()))
			.sorted()
			.distinct()
			.toArray();
	}

	long publishedAt() {
		return (long) BitUtil.VH_LE_LONG.get(this.bytes, this.offset);
	}

	int series() {
		return integer(this.offset + SERIES);
	}

	/** Tells articles apart that are alike otherwise. */
	int idHash() {
		return integer(this.offset + ID_HASH);
	}

	Lengths lengths() {
		int at = this.offset + LENGTHS;
		return new Lengths(integer(at), integer(at + 4), integer(at + 8));
	}

	/** Adds up what the section, authors and topics that this article has are worth. */
	double facts(Weights weights) {
		double sum = 0;
		int at = this.offset + HEAD;
		for (int i = 0; i < size(0); i++) {
			sum += weights.of(integer(at + 4 * i));
		}
		return sum;
	}

	/** Adds up what the stems that this article has are worth. */
	double stems(Weights weights, Formula.Part part) {
		Formula.Fields fields = lengths().divide(part);
		double sum = 0;
		int size = size(1);
		int at = start(1);
		for (int i = 0; i < size; i++) {
			float weight = weights.of(integer(at + 4 * i));
			if (weight > 0) {
				double frequency = Counts.weigh(this.bytes[at + 4 * size + i], fields);
				sum += weight * frequency / (frequency + part.found());
			}
		}
		return sum;
	}

	/** All of it, taken apart. */
	Traits traits() {
		ByteArrayDataInput in = new ByteArrayDataInput(this.bytes, start(2), this.bytes.length - start(2));
		String language = readText(in);
		NodeId id = readIds(in).getFirst();
		List<NodeId> section = readIds(in);
		return new Traits(id, language, publishedAt(), section.isEmpty() ? null : section.getFirst(), readIds(in),
				readIds(in), readIds(in), series(), lengths(), stems());
	}

	private TermCounts stems() {
		return TermCounts.read(new BytesRef(this.bytes, start(1), 5 * size(1)));
	}

	private int size(int list) {
		return integer(this.offset + SIZES + 4 * list);
	}

	private int start(int list) {
		int start = this.offset + HEAD;
		for (int before = 0; before < list; before++) {
			start += 5 * size(before);
		}
		return start;
	}

	private int integer(int at) {
		return (int) BitUtil.VH_LE_INT.get(this.bytes, at);
	}

	private static void write(ByteArrayDataOutput out, TermCounts terms) {
		BytesRef bytes = terms.write();
		out.writeBytes(bytes.bytes, 0, bytes.length);
	}

	private static void writeIds(ByteArrayDataOutput out, List<NodeId> ids) {
		out.writeShort((short) ids.size());
		ids.forEach((id) -> writeText(out, id.value()));
	}

	private static List<NodeId> readIds(ByteArrayDataInput in) {
		int size = in.readShort();
		List<NodeId> ids = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			ids.add(new NodeId(readText(in)));
		}
		return ids;
	}

	private static void writeText(ByteArrayDataOutput out, String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		out.writeShort((short) utf8.length);
		out.writeBytes(utf8, 0, utf8.length);
	}

	private static String readText(ByteArrayDataInput in) {
		byte[] utf8 = new byte[in.readShort()];
		in.readBytes(utf8, 0, utf8.length);
		return new String(utf8, StandardCharsets.UTF_8);
	}

}
