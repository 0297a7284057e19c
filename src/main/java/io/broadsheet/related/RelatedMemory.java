package io.broadsheet.related;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.ArticleIndex;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangesMissed;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what stands beside articles, at most as many as the newsroom's setting says. When
 * an article changes, what it stands beside and what it is near to are forgotten; when
 * many do, or sections, or the index in a way that was not told, all is.
 */
@Component
class RelatedMemory {

	/** Of more changes at once finding out what they matter to would cost too much. */
	private static final int MOST_CHANGES = 50;

	private final ArticleIndex index;

	private final RelatedSettings settings;

	private final Sections sections;

	private final Cache<Beside, Related> known;

	private long generation;

	RelatedMemory(ArticleIndex index, RelatedSettings settings, Sections sections) {
		this.index = index;
		this.settings = settings;
		this.sections = sections;
		this.known = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
	}

	/**
	 * What stands beside an article, if it is known.
	 * @param key what is asked
	 */
	synchronized @Nullable Related find(Beside key) {
		return (this.index.generation() == this.generation) ? this.known.getIfPresent(key) : null;
	}

	/**
	 * Keeps what was found.
	 * @param key what was asked
	 * @param related what was found
	 * @param generation the index's generation before it was
	 */
	synchronized void put(Beside key, Related related, long generation) {
		long now = this.index.generation();
		if (now != this.generation) {
			this.known.invalidateAll();
			this.generation = now;
		}
		if (generation == now) {
			this.known.put(key, related);
		}
	}

	/** Runs after the index has taken the change in. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	synchronized void forget(Change change) {
		List<NodeId> articles = change.nodes().stream().filter((id) -> id.kind() == Article.KIND).toList();
		boolean sectionsChanged = change.nodes().stream().anyMatch((id) -> id.kind() == Section.KIND);
		if (sectionsChanged) {
			this.known.invalidateAll();
		}
		if (articles.isEmpty()) {
			return;
		}
		long now = this.index.generation();
		if (now == this.generation + 1 && articles.size() <= MOST_CHANGES && this.known.estimatedSize() > 0) {
			this.index.read((searcher) -> forget(articles, searcher));
		}
		else {
			this.known.invalidateAll();
		}
		this.generation = now;
	}

	@EventListener
	synchronized void forgetAll(ChangesMissed missed) {
		this.known.invalidateAll();
	}

	private boolean forget(Collection<NodeId> articles, IndexSearcher searcher) throws IOException {
		Ranking ranking = new Ranking(searcher.getIndexReader(), this.settings, this.sections);
		Set<NodeId> near = new HashSet<>(articles);
		for (NodeId article : articles) {
			near.addAll(ranking.near(article));
		}
		return this.known.asMap()
			.entrySet()
			.removeIf((entry) -> near.contains(entry.getKey().article())
					|| articles.stream().anyMatch(entry.getValue()::has));
	}

}
