package io.broadsheet.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * One index that is open for reading and writing. Its documents are kept newest first, so
 * that the lists that are asked for most need look at no more than what they return.
 */
class OpenIndex implements Closeable {

	/**
	 * The order in which documents are kept, and the one in which lists come by default.
	 */
	static final Sort NEWEST_FIRST = new Sort(new SortField(FieldNames.PUBLISHED_AT, SortField.Type.LONG, true),
			new SortField(FieldNames.ID, SortField.Type.STRING));

	private static final double BUFFER_MEGABYTES = 64;

	/** What is searched for is looked up in each segment. */
	private static final int FEW_SEGMENTS = 2;

	private final MappedFiles directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private volatile boolean verified;

	/**
	 * Opens the index in a directory, or makes one there.
	 * @param directory where it is kept
	 * @param codec how it is written
	 * @param createNew whether to begin anew, whatever is there
	 * @throws IOException if it cannot be opened; a damaged one as
	 * {@link org.apache.lucene.index.CorruptIndexException} among others
	 */
	OpenIndex(MappedFiles directory, Codec codec, boolean createNew) throws IOException {
		this.directory = directory;
		this.writer = new IndexWriter(this.directory, configuration(codec, createNew));
		this.searchers = new SearcherManager(this.writer, new Searchers());
	}

	private static IndexWriterConfig configuration(Codec codec, boolean createNew) {
		return new IndexWriterConfig(new KeywordAnalyzer()).setCodec(codec)
			.setIndexSort(NEWEST_FIRST)
			.setSimilarity(new FieldSimilarity())
			.setRAMBufferSizeMB(BUFFER_MEGABYTES)
			.setOpenMode(createNew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
			.setCommitOnClose(false);
	}

	/** Where it is kept. */
	Directory folder() {
		return this.directory;
	}

	IndexSearcher acquire() throws IOException {
		return this.searchers.acquire();
	}

	void release(IndexSearcher searcher) throws IOException {
		this.searchers.release(searcher);
	}

	/** The versions of articles as readers find them now; of those that they find. */
	Map<NodeId, Long> versions(Collection<NodeId> ids) throws IOException {
		IndexSearcher searcher = acquire();
		try {
			return ArticleVersions.in(searcher, ids);
		}
		finally {
			release(searcher);
		}
	}

	/** Puts an article of which nothing is known yet. */
	void add(Iterable<IndexableField> document) throws IOException {
		this.writer.addDocument(document);
	}

	/** Puts an article in place of what is known of it. */
	void replace(NodeId id, Document document) throws IOException {
		this.writer.updateDocument(term(id), document);
	}

	/** Forgets articles. */
	void delete(Collection<NodeId> ids) throws IOException {
		this.writer.deleteDocuments(ids.stream().map(OpenIndex::term).toArray(Term[]::new));
	}

	/** Forgets everything; readers still see it until {@link #refresh()}. */
	void clear() throws IOException {
		this.writer.deleteAll();
	}

	/**
	 * Sees to it that all its files are as they were written. Each is opened once more
	 * for that, since what is read of the files that searches use stays in memory.
	 * @throws IOException if one is not
	 */
	void verify() throws IOException {
		IndexSearcher searcher = acquire();
		try {
			for (String file : ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getFileNames()) {
				verify(file);
			}
			this.verified = true;
		}
		finally {
			release(searcher);
		}
	}

	/** The list of segments was read already, and the next commit replaces it. */
	private void verify(String file) throws IOException {
		if (file.startsWith(IndexFileNames.SEGMENTS)) {
			return;
		}
		try (IndexInput input = this.directory.openInput(file, IOContext.READONCE)) {
			CodecUtil.checksumEntireFile(input);
		}
	}

	/** Whether all its files were seen to be as they were written. */
	boolean isVerified() {
		return this.verified;
	}

	/** How much its files take, in bytes. */
	long size() throws IOException {
		long size = 0;
		for (String file : this.directory.listAll()) {
			size += this.directory.fileLength(file);
		}
		return size;
	}

	/** Shows readers what was written. */
	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	/**
	 * Makes few large segments of many, which takes minutes for a large index. It can be
	 * read and written meanwhile.
	 * @return whether there were many
	 * @throws IOException if that failed, for instance since the index was closed
	 */
	boolean merge() throws IOException {
		if (segments() <= FEW_SEGMENTS) {
			return false;
		}
		this.writer.forceMerge(FEW_SEGMENTS);
		refresh();
		return true;
	}

	/** Lets go of the memory that files are mapped into, which are read from it again. */
	void letGo() throws IOException {
		IndexSearcher searcher = acquire();
		try {
			for (LeafReaderContext leaf : searcher.getLeafContexts()) {
				if (leaf.reader() instanceof SegmentReader segment) {
					this.directory.letGo(segment.getSegmentInfo().files());
				}
			}
		}
		finally {
			release(searcher);
		}
	}

	/** How many segments readers have to look into. */
	int segments() throws IOException {
		IndexSearcher searcher = acquire();
		try {
			return searcher.getLeafContexts().size();
		}
		finally {
			release(searcher);
		}
	}

	/**
	 * Makes what was written durable.
	 * @param notes what to remember with it
	 */
	void commit(Map<String, String> notes) throws IOException {
		this.writer.setLiveCommitData(notes.entrySet());
		this.writer.commit();
	}

	/**
	 * Whether it can be written. After some failures, such as a disk that was full, it
	 * never can again, while who reads it goes on.
	 */
	boolean isWritable() {
		return this.writer.isOpen();
	}

	/** Whether anything has been written or merged since the last commit. */
	boolean isChanged() {
		return this.writer.hasUncommittedChanges();
	}

	/** What was remembered with the last commit. */
	Map<String, String> notes() {
		Map<String, String> notes = new HashMap<>();
		Iterable<Map.Entry<String, String>> entries = this.writer.getLiveCommitData();
		if (entries != null) {
			entries.forEach((entry) -> notes.put(entry.getKey(), entry.getValue()));
		}
		return notes;
	}

	private static Term term(NodeId id) {
		return new Term(FieldNames.ID, id.value());
	}

	@Override
	public void close() throws IOException {
		this.searchers.close();
		this.writer.rollback();
		this.directory.close();
	}

	/**
	 * Every searcher scores by the similarity that the index was written with, and ends
	 * when its thread is interrupted.
	 */
	private static final class Searchers extends SearcherFactory {

		@Override
		public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
			IndexSearcher searcher = new SafeSearcher(reader);
			searcher.setSimilarity(new FieldSimilarity());
			searcher.setTimeout(() -> Thread.currentThread().isInterrupted());
			return searcher;
		}

	}

}
