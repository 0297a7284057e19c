package io.broadsheet.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * What stands beside an article as a few hundred bytes, so that much can be kept. Of
 * those that would stand there next it is only known whether an article may be one.
 */
final class PackedRelated {

	private static final List<Reason.Kind> KINDS = List.of(Reason.Kind.values());

	private final byte[] bytes;

	/** Hash codes of the ids of all that it is about. */
	private final int[] articles;

	private PackedRelated(byte[] bytes, int[] articles) {
		this.bytes = bytes;
		this.articles = articles;
	}

	/** Packs what was found. */
	static PackedRelated of(Related related) {
		ByteBuffersDataOutput out = new ByteBuffersDataOutput();
		try {
			out.writeString(related.language());
			out.writeVInt(related.stories().size());
			for (Related.Story story : related.stories()) {
				write(out, story);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		int[] articles = Stream.concat(related.stories().stream().map(Related.Story::id), related.next().stream())
			.mapToInt(NodeId::hashCode)
			.toArray();
		return new PackedRelated(out.toArrayCopy(), articles);
	}

	/** What was packed, without those that would stand there next. */
	Related unpacked() {
		ByteArrayDataInput in = new ByteArrayDataInput(this.bytes);
		try {
			String language = in.readString();
			int size = in.readVInt();
			List<Related.Story> stories = new ArrayList<>(size);
			for (int i = 0; i < size; i++) {
				stories.add(readStory(in));
			}
			return new Related(language, List.copyOf(stories), List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @throws IOException if it cannot be read
	 */
	static PackedRelated readFrom(DataInput in) throws IOException {
		byte[] bytes = new byte[in.readVInt()];
		in.readBytes(bytes, 0, bytes.length);
		int[] articles = new int[in.readVInt()];
		in.readInts(articles, 0, articles.length);
		return new PackedRelated(bytes, articles);
	}

	/**
	 * Writes it as it is.
	 * @throws IOException if it cannot be written
	 */
	void writeTo(DataOutput out) throws IOException {
		out.writeVInt(this.bytes.length);
		out.writeBytes(this.bytes, this.bytes.length);
		out.writeVInt(this.articles.length);
		for (int article : this.articles) {
			out.writeInt(article);
		}
	}

	/** Whether a change of an article may matter to it; never no if it does. */
	boolean mayHave(NodeId id) {
		int wanted = id.hashCode();
		for (int article : this.articles) {
			if (article == wanted) {
				return true;
			}
		}
		return false;
	}

	private static void write(DataOutput out, Related.Story story) throws IOException {
		out.writeString(story.id().value());
		out.writeLong(Double.doubleToRawLongBits(story.score()));
		out.writeVInt(story.reasons().size());
		for (Reason reason : story.reasons()) {
			out.writeByte((byte) KINDS.indexOf(reason.kind()));
			out.writeLong(Double.doubleToRawLongBits(reason.share()));
			writeIds(out, reason.topics());
			writeIds(out, reason.authors());
			writeIds(out, (reason.section() != null) ? List.of(reason.section()) : List.of());
			out.writeVInt(reason.phrases().size());
			for (String phrase : reason.phrases()) {
				out.writeString(phrase);
			}
		}
	}

	private static Related.Story readStory(DataInput in) throws IOException {
		NodeId id = new NodeId(in.readString());
		double score = Double.longBitsToDouble(in.readLong());
		int size = in.readVInt();
		List<Reason> reasons = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			reasons.add(readReason(in));
		}
		return new Related.Story(id, score, List.copyOf(reasons));
	}

	private static Reason readReason(DataInput in) throws IOException {
		Reason.Kind kind = KINDS.get(in.readByte());
		double share = Double.longBitsToDouble(in.readLong());
		List<NodeId> topics = readIds(in);
		List<NodeId> authors = readIds(in);
		List<NodeId> section = readIds(in);
		int size = in.readVInt();
		List<String> phrases = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			phrases.add(in.readString());
		}
		return new Reason(kind, share, topics, authors, section.isEmpty() ? null : section.getFirst(),
				List.copyOf(phrases));
	}

	private static void writeIds(DataOutput out, List<NodeId> ids) throws IOException {
		out.writeVInt(ids.size());
		for (NodeId id : ids) {
			out.writeString(id.value());
		}
	}

	private static List<NodeId> readIds(DataInput in) throws IOException {
		int size = in.readVInt();
		List<NodeId> ids = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			ids.add(new NodeId(in.readString()));
		}
		return List.copyOf(ids);
	}

}
