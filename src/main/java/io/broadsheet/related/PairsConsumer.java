package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IndexOutput;

/**
 * Writes the pairs of a new segment. The file of those turned round ends with a table of
 * where each field's are.
 */
final class PairsConsumer extends DocValuesConsumer {

	private final DocValuesConsumer byArticle;

	private final SegmentWriteState state;

	private final int atOnce;

	private final IndexOutput out;

	private final List<PairPlaces> written = new ArrayList<>();

	PairsConsumer(DocValuesConsumer byArticle, SegmentWriteState state, int atOnce) throws IOException {
		this.byArticle = byArticle;
		this.state = state;
		this.atOnce = atOnce;
		this.out = state.directory.createOutput(PairsFormat.file(state.segmentInfo.name, state.segmentSuffix),
				state.context);
		CodecUtil.writeIndexHeader(this.out, PairsFormat.NAME, PairsFormat.VERSION, state.segmentInfo.getId(),
				state.segmentSuffix);
	}

	@Override
	public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
		this.byArticle.addBinaryField(field, values);
		this.written.add(new PairInversion(field, values, this.state, this.atOnce).write(this.out));
	}

	@Override
	public void addNumericField(FieldInfo field, DocValuesProducer values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addSortedField(FieldInfo field, DocValuesProducer values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addSortedNumericField(FieldInfo field, DocValuesProducer values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addSortedSetField(FieldInfo field, DocValuesProducer values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() throws IOException {
		try (this.byArticle; this.out) {
			PairPlaces.write(this.written, this.out);
			CodecUtil.writeFooter(this.out);
		}
	}

}
