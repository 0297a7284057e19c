package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * How the index keeps articles' {@link StoredPairs}: by article, as it keeps any bytes,
 * and turned round, by pair. Most pairs are in one article alone; as terms of the index
 * they would be a third of the cost of building it, and slow to look up. Public, because
 * Lucene finds formats as services.
 */
public final class PairsFormat extends DocValuesFormat {

	static final String NAME = "BroadsheetPairs";

	static final int VERSION = 1;

	private final DocValuesFormat byArticle = new Lucene90DocValuesFormat();

	private final int atOnce;

	/** The format in use: 32 MB are sorted at once. */
	public PairsFormat() {
		this(1 << 22);
	}

	/**
	 * @param atOnce how many postings are held in memory to be sorted
	 */
	PairsFormat(int atOnce) {
		super(NAME);
		this.atOnce = atOnce;
	}

	@Override
	public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
		return new PairsConsumer(this.byArticle.fieldsConsumer(state), state, this.atOnce);
	}

	@Override
	public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
		return new PairsProducer(this.byArticle.fieldsProducer(state), state);
	}

	/** The file in which a segment's pairs have their articles. */
	static String file(String segment, String suffix) {
		return IndexFileNames.segmentFileName(segment, suffix, "pairs");
	}

}
