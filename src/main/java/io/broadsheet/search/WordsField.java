package io.broadsheet.search;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;

/** A field of words, each as one term. */
final class WordsField extends Field {

	private static final FieldType TYPE = new FieldType(StringField.TYPE_NOT_STORED);

	static {
		TYPE.setTokenized(true);
		TYPE.freeze();
	}

	private final Collection<String> words;

	WordsField(String name, Collection<String> words) {
		super(name, "", TYPE);
		this.words = words;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		return new Words(this.words);
	}

	private static final class Words extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final Collection<String> words;

		private Iterator<String> rest = Collections.emptyIterator();

		Words(Collection<String> words) {
			this.words = words;
		}

		@Override
		public void reset() {
			this.rest = this.words.iterator();
		}

		@Override
		public boolean incrementToken() {
			if (!this.rest.hasNext()) {
				return false;
			}
			clearAttributes();
			this.term.append(this.rest.next());
			return true;
		}

	}

}
