package io.broadsheet.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A field of terms, with the {@link TextScore} of each in place of its frequency. */
final class ScoredTermsField extends Field {

	private static final FieldType TYPE = new FieldType();

	static {
		TYPE.setTokenized(true);
		TYPE.setOmitNorms(true);
		TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		TYPE.freeze();
	}

	private final TextScore score;

	/**
	 * @param name the field's name
	 * @param score the terms
	 */
	ScoredTermsField(String name, TextScore score) {
		super(name, "", TYPE);
		this.score = score;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		return new Terms(this.score);
	}

	private static final class Terms extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

		private final String[] terms;

		private final int[] scores;

		private int next;

		Terms(TextScore score) {
			this.terms = new String[score.size()];
			this.scores = new int[score.size()];
			score.forEach((text, indexed) -> {
				this.terms[this.next] = text;
				this.scores[this.next] = indexed;
				this.next++;
			});
		}

		@Override
		public void reset() {
			this.next = 0;
		}

		@Override
		public boolean incrementToken() {
			if (this.next == this.terms.length) {
				return false;
			}
			clearAttributes();
			this.term.append(this.terms[this.next]);
			this.frequency.setTermFrequency(this.scores[this.next]);
			this.next++;
			return true;
		}

	}

}
