package io.broadsheet.related;

import java.util.function.IntUnaryOperator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A field of hashes as terms, each with a frequency of its own. */
final class HashedTerms extends Field {

	private static final FieldType TYPE = new FieldType();

	static {
		TYPE.setTokenized(true);
		TYPE.setOmitNorms(true);
		TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		TYPE.freeze();
	}

	private final int[] hashes;

	private final IntUnaryOperator frequency;

	/**
	 * @param name the field's name
	 * @param hashes the terms
	 * @param frequency the frequency of the term at each index
	 */
	HashedTerms(String name, int[] hashes, IntUnaryOperator frequency) {
		super(name, "", TYPE);
		this.hashes = hashes;
		this.frequency = frequency;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		return new Hashes(this.hashes, this.frequency);
	}

	private static final class Hashes extends TokenStream {

		private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);

		private final TermFrequencyAttribute termFrequency = addAttribute(TermFrequencyAttribute.class);

		private final BytesRef bytes = new BytesRef(TermCounts.BYTES);

		private final int[] hashes;

		private final IntUnaryOperator frequency;

		private int next;

		Hashes(int[] hashes, IntUnaryOperator frequency) {
			this.hashes = hashes;
			this.frequency = frequency;
		}

		@Override
		public void reset() {
			this.next = 0;
		}

		@Override
		public boolean incrementToken() {
			if (this.next == this.hashes.length) {
				return false;
			}
			clearAttributes();
			TermCounts.write(this.hashes[this.next], this.bytes);
			this.term.setBytesRef(this.bytes);
			this.termFrequency.setTermFrequency(this.frequency.applyAsInt(this.next));
			this.next++;
			return true;
		}

	}

}
