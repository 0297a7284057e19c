package io.broadsheet.related;

import java.util.Map;
import java.util.function.IntUnaryOperator;

import io.broadsheet.article.Article;
import io.broadsheet.search.ArticleTexts;
import io.broadsheet.search.IndexedFields;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

import org.springframework.stereotype.Component;

/**
 * What the index keeps of each article for the ranking: its {@link Traits}, and by which
 * of its terms it is found. Terms are kept apart by language, so that a word is as rare
 * as it is in its language.
 */
@Component
class RelatedFields implements IndexedFields {

	static final String ID = "related.id";

	static final String TRAITS = "related.traits";

	private static final String PAIRS = "related.pairs.";

	static final String TEXT = "related.text";

	static final String WORDS = "related.words";

	static final String PUBLISHED_AT = "related.publishedAt";

	static final String SECTION = "related.section";

	static final String LANGUAGE = "related.language";

	/** By language, so that its articles can be counted. */
	static final String LANGUAGES = "related.languages";

	private static final String VERSION = "5";

	private static final Formula FORMULA = Formula.STANDARD;

	private final DocValuesFormat pairs = new PairsFormat();

	static String stems(String language) {
		return "related.stems." + language;
	}

	static String pairs(String language) {
		return PAIRS + language;
	}

	static String facts(String language) {
		return "related.facts." + language;
	}

	/** The terms under which an article is found, in order, by field. */
	static Map<String, int[]> terms(Traits traits, TermCounts pairs) {
		String language = traits.primaryLanguage();
		return Map.of(LANGUAGES, new int[] { TermCounts.hash(language) }, stems(language), traits.stems().hashes(),
				pairs(language), pairs.hashes(), facts(language), StoredTraits.facts(traits));
	}

	@Override
	public String form() {
		return VERSION + FORMULA.stems() + FORMULA.pairs();
	}

	@Override
	public DocValuesFormat formatOf(String field, DocValuesFormat usual) {
		return field.startsWith(PAIRS) ? this.pairs : usual;
	}

	@Override
	public void addTo(Document document, Article article, ArticleTexts texts) {
		Subject subject = SubjectReading.of(article, texts);
		Traits traits = subject.traits();
		document.add(new StringField(ID, traits.id().value(), Store.NO));
		document.add(new BinaryDocValuesField(TRAITS, StoredTraits.write(traits)));
		document.add(new StoredField(TEXT, subject.words().text()));
		document.add(new StoredField(WORDS, subject.words().write()));
		document.add(new NumericDocValuesField(PUBLISHED_AT, traits.publishedAt()));
		document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(traits.language())));
		if (traits.section() != null) {
			document.add(new SortedDocValuesField(SECTION, new BytesRef(traits.section().value())));
		}
		String language = traits.primaryLanguage();
		document.add(new HashedTerms(LANGUAGES, new int[] { TermCounts.hash(language) }, (index) -> 1));
		addTerms(document, stems(language), traits.stems(), traits.lengths().divide(FORMULA.stems()));
		document.add(new BinaryDocValuesField(pairs(language),
				StoredPairs.write(subject.pairs(), traits.lengths().divide(FORMULA.pairs()))));
		document.add(new HashedTerms(facts(language), StoredTraits.facts(traits), (index) -> 1));
	}

	private static void addTerms(Document document, String name, TermCounts terms, Formula.Fields fields) {
		IntUnaryOperator frequency = (index) -> Frequency.encode(Counts.weigh(terms.counts()[index], fields));
		document.add(new HashedTerms(name, terms.hashes(), frequency));
	}

}
