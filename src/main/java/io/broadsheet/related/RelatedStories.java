package io.broadsheet.related;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleBody;
import io.broadsheet.graph.Site;
import io.broadsheet.search.ArticleIndex;
import io.broadsheet.search.ArticleTexts;
import org.apache.lucene.search.IndexSearcher;

import org.springframework.stereotype.Component;

/**
 * What stands beside articles: remembered, or ranked for all that is asked in one pass.
 */
@Component
class RelatedStories {

	private final ArticleIndex index;

	private final Rankings rankings;

	private final RelatedMemory memory;

	private final Site site;

	RelatedStories(ArticleIndex index, Rankings rankings, RelatedMemory memory, Site site) {
		this.index = index;
		this.rankings = rankings;
		this.memory = memory;
		this.site = site;
	}

	/**
	 * What stands beside articles.
	 * @param keys what is asked
	 * @return what stands beside each
	 */
	Map<Beside, Related> find(Collection<Beside> keys) {
		Map<Beside, Related> found = new HashMap<>();
		Set<Beside> unknown = new LinkedHashSet<>();
		for (Beside key : keys) {
			Related known = this.memory.find(key);
			if (known != null) {
				found.put(key, known);
			}
			else {
				unknown.add(key);
			}
		}
		if (!unknown.isEmpty()) {
			long generation = this.index.generation();
			Map<Beside, Related> ranked = this.index.read((searcher) -> rank(unknown, searcher));
			ranked.forEach((key, related) -> this.memory.put(key, related, generation));
			found.putAll(ranked);
		}
		return found;
	}

	/**
	 * What would stand beside an article if it were published now.
	 * @param preview the whole article
	 * @param beside which stories are wanted, and how many
	 */
	Related preview(Article preview, Beside beside) {
		Subject subject = SubjectReading.of(preview,
				ArticleTexts.of(preview, ArticleBody.textOf(preview.markdown(), this.site)));
		return this.index.read((searcher) -> this.rankings.over(searcher.getIndexReader())
			.preview(subject, beside.wanted(), beside.most()));
	}

	private Map<Beside, Related> rank(Set<Beside> keys, IndexSearcher searcher) throws IOException {
		Ranking ranking = this.rankings.over(searcher.getIndexReader());
		Map<Beside, Related> ranked = new HashMap<>();
		for (Beside key : keys) {
			ranked.put(key, ranking.related(key.article(), key.wanted(), key.most()));
		}
		return ranked;
	}

}
