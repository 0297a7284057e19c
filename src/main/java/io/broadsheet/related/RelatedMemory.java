package io.broadsheet.related;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.article.Article;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.ArticleIndex;
import io.broadsheet.section.Section;
import io.broadsheet.store.Change;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what stands beside articles, at most as many as the newsroom's setting says. When
 * an article has changed, what it stands beside and what it is near to are forgotten;
 * when many have, or sections, or the index in a way that was not told, all is.
 */
@Component
class RelatedMemory {

	/** Of more changes at once finding out what they matter to would cost too much. */
	private static final int MOST_CHANGES = 50;

	private final ArticleIndex index;

	private final Rankings rankings;

	private final Cache<Beside, PackedRelated> known;

	/** Of which generation of the index all that is known is. */
	private long generation;

	/** How many changes of articles were told since then. */
	private long told;

	/** What they changed; emptied when the index has it. */
	private final Set<NodeId> changed = new HashSet<>();

	/** What changed before that, in case the index had it late; as large at most. */
	private Set<NodeId> changedBefore = Set.of();

	RelatedMemory(ArticleIndex index, RelatedSettings settings, Rankings rankings) {
		this.index = index;
		this.rankings = rankings;
		this.known = Caches.newBuilder().maximumSize(settings.remembered()).build();
	}

	/**
	 * What stands beside an article, if it is known.
	 * @param beside what is asked
	 */
	@Nullable Related find(Beside beside) {
		PackedRelated packed = packed(beside);
		return (packed != null) ? packed.unpacked() : null;
	}

	private synchronized @Nullable PackedRelated packed(Beside beside) {
		followIndex();
		return this.known.getIfPresent(beside);
	}

	/**
	 * Keeps what was found.
	 * @param beside what was asked
	 * @param related what was found
	 * @param since the index's generation before it was
	 */
	void put(Beside beside, Related related, long since) {
		put(beside, PackedRelated.of(related), since);
	}

	private synchronized void put(Beside beside, PackedRelated related, long since) {
		followIndex();
		if (since == this.generation) {
			this.known.put(beside, related);
		}
	}

	/** Runs before the index takes the change in. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	synchronized void note(Change change) {
		List<NodeId> articles = change.nodes().stream().filter((id) -> id.kind() == Article.KIND).toList();
		if (!articles.isEmpty()) {
			this.told++;
			articles.stream().limit(MOST_CHANGES + 1L).forEach(this.changed::add);
		}
		if (change.nodes().stream().anyMatch((id) -> id.kind() == Section.KIND)) {
			this.known.invalidateAll();
		}
	}

	private void followIndex() {
		long now = this.index.generation();
		if (now == this.generation) {
			return;
		}
		Set<NodeId> all = new HashSet<>(this.changed);
		all.addAll(this.changedBefore);
		if (now != this.generation + this.told || all.size() > MOST_CHANGES) {
			this.known.invalidateAll();
		}
		else if (this.known.estimatedSize() > 0) {
			this.index.read((searcher) -> forget(all, searcher));
		}
		this.changedBefore = Set.copyOf(this.changed);
		this.changed.clear();
		this.told = 0;
		this.generation = now;
	}

	private boolean forget(Set<NodeId> articles, IndexSearcher searcher) throws IOException {
		Ranking ranking = this.rankings.over(searcher.getIndexReader());
		Set<NodeId> near = new HashSet<>(articles);
		for (NodeId article : articles) {
			near.addAll(ranking.near(article));
		}
		return this.known.asMap()
			.entrySet()
			.removeIf((entry) -> near.contains(entry.getKey().article())
					|| articles.stream().anyMatch(entry.getValue()::mayHave));
	}

}
