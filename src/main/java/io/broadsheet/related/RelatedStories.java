package io.broadsheet.related;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.broadsheet.search.ArticleIndex;
import io.broadsheet.section.Sections;
import org.apache.lucene.search.IndexSearcher;

import org.springframework.stereotype.Component;

/**
 * What stands beside articles: remembered, or ranked for all that is asked in one pass.
 */
@Component
class RelatedStories {

	private final ArticleIndex index;

	private final RelatedSettings settings;

	private final Sections sections;

	private final RelatedMemory memory;

	RelatedStories(ArticleIndex index, RelatedSettings settings, Sections sections, RelatedMemory memory) {
		this.index = index;
		this.settings = settings;
		this.sections = sections;
		this.memory = memory;
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

	private Map<Beside, Related> rank(Set<Beside> keys, IndexSearcher searcher) throws IOException {
		Ranking ranking = new Ranking(searcher.getIndexReader(), this.settings, this.sections::branch);
		Map<Beside, Related> ranked = new HashMap<>();
		for (Beside key : keys) {
			ranked.put(key, ranking.related(key.article(), key.wanted()));
		}
		return ranked;
	}

}
