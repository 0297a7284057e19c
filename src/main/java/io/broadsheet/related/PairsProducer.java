package io.broadsheet.related;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of a segment. */
final class PairsProducer extends DocValuesProducer {

	private final DocValuesProducer byArticle;

	private final IndexInput in;

	private final Map<Integer, PairPlaces> places;

	PairsProducer(DocValuesProducer byArticle, SegmentReadState state) throws IOException {
		this.byArticle = byArticle;
		this.in = state.directory.openInput(PairsFormat.file(state.segmentInfo.name, state.segmentSuffix),
				state.context);
		CodecUtil.checkIndexHeader(this.in, PairsFormat.NAME, PairsFormat.VERSION, PairsFormat.VERSION,
				state.segmentInfo.getId(), state.segmentSuffix);
		CodecUtil.retrieveChecksum(this.in);
		this.places = PairPlaces.read(this.in);
	}

	@Override
	public BinaryDocValues getBinary(FieldInfo field) throws IOException {
		return new PairPostings(this.byArticle.getBinary(field), this.in,
				Objects.requireNonNull(this.places.get(field.number)));
	}

	@Override
	public NumericDocValues getNumeric(FieldInfo field) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SortedDocValues getSorted(FieldInfo field) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SortedSetDocValues getSortedSet(FieldInfo field) {
		throw new UnsupportedOperationException();
	}

	@Override
	public @Nullable DocValuesSkipper getSkipper(FieldInfo field) {
		return null;
	}

	@Override
	public void checkIntegrity() throws IOException {
		this.byArticle.checkIntegrity();
		CodecUtil.checksumEntireFile(this.in);
	}

	@Override
	public void close() throws IOException {
		try (this.byArticle; this.in) {
			this.places.clear();
		}
	}

}
