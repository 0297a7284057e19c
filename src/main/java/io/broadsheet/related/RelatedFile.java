package io.broadsheet.related;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/**
 * What stood beside articles, in a file beside the index: ranking an archive takes
 * seconds to minutes, which a start need not spend again.
 *
 * @param position up to which position of the feed of changes it is true
 * @param usual what most pages ask, by article
 */
record RelatedFile(long position, Map<NodeId, PackedRelated> usual) {

	private static final String NAME = "related";

	/** The index deletes what is left of such at its next start. */
	private static final String UNFINISHED = "_related";

	private static final String CODEC = "BroadsheetRelated";

	/**
	 * Another number whenever ranking finds something else, or the file is written
	 * otherwise.
	 */
	private static final int FORM = 2;

	/**
	 * Reads it.
	 * @param folder where the index is
	 * @param settings by which it must have been ranked to be of use
	 * @return it, or null if there is none of use
	 * @throws IOException if it cannot be read; one that is damaged as
	 * {@link org.apache.lucene.index.CorruptIndexException} among others
	 */
	static @Nullable RelatedFile read(Directory folder, RelatedSettings settings) throws IOException {
		if (!isThere(folder)) {
			return null;
		}
		try (IndexInput in = folder.openInput(NAME, IOContext.READONCE)) {
			CodecUtil.checksumEntireFile(in);
			in.seek(0);
			CodecUtil.checkHeader(in, CODEC, FORM, FORM);
			if (!in.readString().equals(rule(settings))) {
				return null;
			}
			long position = in.readLong();
			int size = in.readVInt();
			Map<NodeId, PackedRelated> usual = HashMap.newHashMap(size);
			for (int i = 0; i < size; i++) {
				usual.put(new NodeId(in.readString()), PackedRelated.readFrom(in));
			}
			return new RelatedFile(position, usual);
		}
	}

	/**
	 * Writes it in place of what was there. If that fails, what was there may be gone.
	 * @param folder where the index is
	 * @param settings by which it was ranked
	 * @throws IOException if it cannot be written
	 */
	void write(Directory folder, RelatedSettings settings) throws IOException {
		String unfinished;
		try (IndexOutput out = folder.createTempOutput(UNFINISHED, NAME, IOContext.DEFAULT)) {
			unfinished = out.getName();
			CodecUtil.writeHeader(out, CODEC, FORM);
			out.writeString(rule(settings));
			out.writeLong(this.position);
			out.writeVInt(this.usual.size());
			for (Map.Entry<NodeId, PackedRelated> each : this.usual.entrySet()) {
				out.writeString(each.getKey().value());
				each.getValue().writeTo(out);
			}
			CodecUtil.writeFooter(out);
		}
		folder.sync(List.of(unfinished));
		if (isThere(folder)) {
			folder.deleteFile(NAME);
		}
		folder.rename(unfinished, NAME);
		folder.syncMetaData();
	}

	private static boolean isThere(Directory folder) throws IOException {
		return List.of(folder.listAll()).contains(NAME);
	}

	/** What decides which stories stand beside one, but for the index. */
	private static String rule(RelatedSettings settings) {
		return settings.halfLife() + " " + settings.timeless() + " " + Formula.STANDARD;
	}

}
