package io.broadsheet.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A field of a text's words as they are spelled, one behind the other, in which phrases
 * are found. Stems are in {@link FieldNames#TEXT} alone: no phrase has any.
 */
final class TermsField extends Field {

	private final AnalyzedText text;

	/**
	 * @param name the field's name
	 * @param text the text
	 */
	TermsField(String name, AnalyzedText text) {
		super(name, text.text(), TextField.TYPE_NOT_STORED);
		this.text = text;
	}

	@Override
	public TokenStream tokenStream(Analyzer writersOwn, @Nullable TokenStream reuse) {
		return this.text.words();
	}

}
