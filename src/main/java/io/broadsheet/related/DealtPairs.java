package io.broadsheet.related;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/** Postings that are dealt out to files, each of which is read once and then gone. */
final class DealtPairs implements Closeable {

	private static final int BYTES = 2 * Integer.BYTES + 1;

	private final SegmentWriteState state;

	private final List<IndexOutput> outs = new ArrayList<>();

	/**
	 * @param state the segment that is written
	 * @param parts how many files there are
	 */
	DealtPairs(SegmentWriteState state, int parts) throws IOException {
		this.state = state;
		try {
			for (int part = 0; part < parts; part++) {
				this.outs.add(state.directory.createTempOutput(state.segmentInfo.name, "pairs", state.context));
			}
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** Adds a posting to a part. */
	void add(int part, int hash, int doc, int frequency) throws IOException {
		IndexOutput out = this.outs.get(part);
		out.writeInt(hash);
		out.writeInt(doc);
		out.writeByte((byte) frequency);
	}

	/** All are added; now they can be read. */
	void finish() throws IOException {
		IOUtils.close(this.outs);
	}

	/** The postings of a part. */
	Postings part(int part) {
		return (taker) -> read(this.outs.get(part).getName(), taker);
	}

	private void read(String file, Taker taker) throws IOException {
		try (IndexInput in = this.state.directory.openInput(file, IOContext.READONCE)) {
			for (long left = in.length() / BYTES; left > 0; left--) {
				taker.take(in.readInt(), in.readInt(), in.readByte() & 0xff);
			}
		}
	}

	@Override
	public void close() {
		IOUtils.closeWhileHandlingException(this.outs);
		IOUtils.deleteFilesIgnoringExceptions(this.state.directory,
				this.outs.stream().map(IndexOutput::getName).toList());
	}

	/** Some postings. */
	interface Postings {

		void forEach(Taker taker) throws IOException;

	}

	/** Takes postings one by one. */
	interface Taker {

		void take(int hash, int doc, int frequency) throws IOException;

	}

}
