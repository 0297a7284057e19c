package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Does what {@link WordFormsFilter} and the stemmers before it do, with {@link KnownForms
 * what is known} of words, where a word's stems depend on nothing but the word.
 */
final class KnownFormsFilter extends TokenFilter {

	private static final char[] NONE = {};

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

	private final KnownForms known;

	private final KnownForms.OneWord analysis;

	private char[] forms = NONE;

	private int next;

	/**
	 * @param words the words, each at a position of its own
	 * @param known what is known of words
	 * @param analysis finds out what is not
	 */
	KnownFormsFilter(TokenStream words, KnownForms known, KnownForms.OneWord analysis) {
		super(words);
		this.known = known;
		this.analysis = analysis;
	}

	@Override
	public boolean incrementToken() throws IOException {
		if (this.next < this.forms.length) {
			this.increment.setPositionIncrement(0);
			take();
			return true;
		}
		int skipped = 0;
		while (this.input.incrementToken()) {
			this.forms = this.known.of(this.term.buffer(), this.term.length(), this.analysis);
			this.next = 1 + this.term.length();
			if (this.next < this.forms.length) {
				this.increment.setPositionIncrement(this.increment.getPositionIncrement() + skipped);
				take();
				return true;
			}
			skipped += this.increment.getPositionIncrement();
		}
		return false;
	}

	@Override
	public void reset() throws IOException {
		super.reset();
		this.forms = NONE;
		this.next = 0;
	}

	private void take() {
		int length = this.forms[this.next];
		this.term.copyBuffer(this.forms, this.next + 1, length);
		this.next += 1 + length;
	}

}
