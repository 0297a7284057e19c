package io.broadsheet.related;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

	/** What to rank anew, when there is time for it. */
	private Forgotten forgotten = Forgotten.EVERYTHING;

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

	/** Whether it is known what stands beside an article. */
	boolean has(Beside beside) {
		return packed(beside) != null;
	}

	/** Tells what was forgotten since this was last asked; everything the first time. */
	synchronized Forgotten takeForgotten() {
		followIndex();
		Forgotten taken = this.forgotten;
		this.forgotten = Forgotten.nothing();
		return taken;
	}

	/**
	 * What is known of what most pages ask, by article.
	 * @return that, or null while the index lacks a change that was told
	 */
	synchronized @Nullable Map<NodeId, PackedRelated> usual() {
		followIndex();
		if (this.told > 0) {
			return null;
		}
		Map<NodeId, PackedRelated> usual = new HashMap<>();
		this.known.asMap().forEach((beside, related) -> {
			if (beside.isUsual()) {
				usual.put(beside.article(), related);
			}
		});
		return usual;
	}

	/**
	 * Takes back what was known when the gateway was stopped.
	 * @param usual what {@link #usual} gave then
	 * @param since which articles have changed since then
	 * @param generation the index's generation before that was asked
	 */
	synchronized void restore(Map<NodeId, PackedRelated> usual, Set<NodeId> since, long generation) {
		followIndex();
		if (generation == this.generation && since.size() <= MOST_CHANGES) {
			usual.forEach((article, related) -> this.known.asMap().putIfAbsent(Beside.usual(article), related));
			this.index.read((searcher) -> forget(since, searcher));
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
			forgetAll();
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
			forgetAll();
		}
		else {
			this.forgotten.add(all);
			if (this.known.estimatedSize() > 0) {
				this.index.read((searcher) -> forget(all, searcher));
			}
		}
		this.changedBefore = Set.copyOf(this.changed);
		this.changed.clear();
		this.told = 0;
		this.generation = now;
	}

	private void forgetAll() {
		this.known.invalidateAll();
		this.forgotten = Forgotten.EVERYTHING;
	}

	private boolean forget(Set<NodeId> articles, IndexSearcher searcher) throws IOException {
		Ranking ranking = this.rankings.over(searcher.getIndexReader());
		Set<NodeId> near = new HashSet<>(articles);
		for (NodeId article : articles) {
			near.addAll(ranking.near(article));
		}
		Set<NodeId> gone = new HashSet<>();
		boolean changed = this.known.asMap().entrySet().removeIf((entry) -> {
			NodeId article = entry.getKey().article();
			boolean stale = near.contains(article) || articles.stream().anyMatch(entry.getValue()::mayHave);
			if (stale) {
				gone.add(article);
			}
			return stale;
		});
		this.forgotten.add(gone);
		return changed;
	}

}
