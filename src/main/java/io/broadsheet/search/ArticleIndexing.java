package io.broadsheet.search;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleBody;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

import org.springframework.stereotype.Component;

/** What the index keeps of an article. */
@Component
class ArticleIndexing {

	/** Changes whenever the same article would be given other fields than before. */
	private static final String FORM = "5";

	private final ZoneId timeZone;

	private final Site site;

	private final List<IndexedFields> others;

	ArticleIndexing(Site site, List<IndexedFields> others) {
		this.site = site;
		this.timeZone = site.timeZone();
		this.others = others;
	}

	/** Names what the fields depend on beside the article. */
	String form() {
		return this.others.stream()
			.map((fields) -> fields.getClass().getSimpleName() + "=" + fields.form())
			.sorted()
			.collect(Collectors.joining(";", FORM + ";" + this.timeZone + ";", ""));
	}

	/** How its fields are written. */
	Codec codec() {
		return new IndexCodec(this.others);
	}

	Document documentOf(Article article) {
		Document document = new Document();
		addKeys(document, article);
		ArticleTexts texts = ArticleTexts.of(article, ArticleBody.textOf(article.markdown(), this.site));
		addTexts(document, article, texts);
		this.others.forEach((fields) -> fields.addTo(document, article, texts));
		return document;
	}

	private void addKeys(Document document, Article article) {
		String id = article.id().value();
		document.add(new StringField(FieldNames.ID, id, Store.NO));
		document.add(new SortedDocValuesField(FieldNames.ID, new BytesRef(id)));
		document.add(new NumericDocValuesField(FieldNames.VERSION, ArticleVersions.of(article)));
		addMoment(document, FieldNames.PUBLISHED_AT, article.publishedAt().toEpochMilli());
		addMoment(document, FieldNames.UPDATED_AT, article.updatedAt().toEpochMilli());
		document.add(new KeywordField(FieldNames.YEAR,
				String.valueOf(article.publishedAt().atZone(this.timeZone).getYear()), Store.NO));
		BytesRef key = new BytesRef(NameOrder.key(article.headline()));
		document.add(new StringField(FieldNames.HEADLINE_KEY, key, Store.NO));
		document.add(new SortedDocValuesField(FieldNames.HEADLINE_KEY, key));
		if (article.section() != null) {
			addReferences(document, FieldNames.SECTION, List.of(article.section()));
		}
		addReferences(document, FieldNames.AUTHOR, article.authors());
		addReferences(document, FieldNames.TOPIC, article.topics());
		addLanguage(document, article.language());
	}

	private static void addMoment(Document document, String name, long millis) {
		document.add(new LongPoint(name, millis));
		document.add(NumericDocValuesField.indexedField(name, millis));
	}

	private static void addReferences(Document document, String name, List<NodeId> ids) {
		Set<NodeId> distinct = new LinkedHashSet<>(ids);
		distinct.forEach((id) -> document.add(new KeywordField(name, id.value(), Store.NO)));
	}

	private static void addLanguage(Document document, String tag) {
		String language = tag.toLowerCase(Locale.ROOT);
		for (int end = language.length(); end > 0; end = language.lastIndexOf('-', end - 1)) {
			document.add(new StringField(FieldNames.LANGUAGE, language.substring(0, end), Store.NO));
		}
		document.add(new StringField(FieldNames.ANALYSIS, LanguageAnalysis.of(tag).code(), Store.NO));
	}

	private static void addTexts(Document document, Article article, ArticleTexts texts) {
		TextScore score = new TextScore();
		addText(document, TextField.HEADLINE, List.of(texts.headline()), score);
		addText(document, TextField.BRIEF, (texts.brief() != null) ? List.of(texts.brief()) : List.of(), score);
		addText(document, TextField.BODY,
				(article.editorsComment() != null)
						? List.of(texts.body(), AnalyzedText.of(article.language(), article.editorsComment().text()))
						: List.of(texts.body()),
				score);
		document.add(new ScoredTermsField(FieldNames.TEXT, score));
		addStarts(document, texts.headline());
	}

	private static void addText(Document document, TextField field, List<AnalyzedText> texts, TextScore score) {
		texts.forEach((text) -> document.add(new TermsField(field.fieldName(), text)));
		score.add(field, texts);
	}

	private static void addStarts(Document document, AnalyzedText headline) {
		Set<String> words = new LinkedHashSet<>();
		headline.forEach((term, first, start, end) -> {
			if (first) {
				words.add(term);
			}
		});
		document.add(new WordsField(FieldNames.HEADLINE_STARTS, WordStarts.of(words)));
	}

}
