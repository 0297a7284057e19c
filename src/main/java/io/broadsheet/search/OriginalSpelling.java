package io.broadsheet.search;

import java.util.Locale;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleBody;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds out how a word is spelled that the index has without its accents. */
@Component
class OriginalSpelling {

	private final ArticleIndex index;

	private final Articles articles;

	private final Site site;

	OriginalSpelling(ArticleIndex index, Articles articles, Site site) {
		this.index = index;
		this.articles = articles;
		this.site = site;
	}

	/**
	 * A word as the newest article with it spells it, in lower case.
	 * @param word the word, folded
	 */
	String of(String word) {
		NodeId id = newest(word);
		Article article = (id != null) ? this.articles.find(id, ArticleFields.ALL) : null;
		if (article == null) {
			return word;
		}
		String body = ArticleBody.of(article.markdown(), this.site).text();
		String text = article.headline() + "\n" + article.brief() + "\n" + body;
		return QueryAnalysis.tokens(LanguageAnalysis.of(article.language()), text)
			.stream()
			.filter((token) -> token.spelling().equals(word))
			.findFirst()
			.map((token) -> text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT))
			.orElse(word);
	}

	private @Nullable NodeId newest(String word) {
		TermQuery anywhere = new TermQuery(new Term(FieldNames.TEXT, word));
		return this.index.read((searcher) -> {
			ScoreDoc[] found = searcher.search(anywhere,
					new TopFieldCollectorManager(OpenIndex.NEWEST_FIRST, 1, null, 1)).scoreDocs;
			return (found.length > 0) ? Position.of((FieldDoc) found[0]).id() : null;
		});
	}

}
