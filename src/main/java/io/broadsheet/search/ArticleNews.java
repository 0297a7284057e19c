package io.broadsheet.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.broadsheet.article.Article;
import io.broadsheet.graph.Broadcast;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.section.Sections;
import io.broadsheet.store.ChangesMissed;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who listens which articles appear, change and go. What is told are the steps of
 * this instance's index from one state to the next, so that each is told once, however
 * often a change is heard of, and in step with the lists.
 */
@Component
class ArticleNews {

	private final Broadcast<Event> broadcast = new Broadcast<>();

	private final ArticleIndex index;

	private final Sections sections;

	ArticleNews(ArticleIndex index, Sections sections) {
		this.index = index;
		this.sections = sections;
	}

	/** Articles that were not there before, as they appear. */
	Flux<Article> appearing(ArticleFilter filter) {
		requireIndex();
		return this.broadcast.listen((event) -> event.kind() == Kind.APPEARED && fits(event, filter))
			.mapNotNull(this::stillThere);
	}

	/** An article whenever it changed, until it goes. */
	Flux<Article> changes(NodeId id) {
		requireIndex();
		return this.broadcast.listen((event) -> event.id().equals(id) && event.kind() != Kind.APPEARED)
			.takeWhile((event) -> event.kind() != Kind.GONE)
			.mapNotNull(this::stillThere);
	}

	/**
	 * Tells what came of a change, once lists have it.
	 * @param id the article
	 * @param before the version that lists had before, or null
	 * @param after the article, or null if readers may not see it any more
	 */
	void tell(NodeId id, @Nullable Long before, @Nullable Article after) {
		if (after == null) {
			tell(before != null, new Event(id, Kind.GONE, null));
		}
		else if (before == null) {
			tell(true, new Event(id, Kind.APPEARED, after));
		}
		else {
			tell(before != ArticleVersions.of(after), new Event(id, Kind.CHANGED, after));
		}
	}

	/** Who missed something must ask anew for all. */
	@EventListener(ChangesMissed.class)
	void end() {
		this.broadcast.fail(new Problem.StoreUnavailable());
	}

	private void tell(boolean isNews, Event event) {
		if (isNews) {
			this.broadcast.tell(event);
		}
	}

	/** By the lists' own filter, so that both mean the same. */
	private boolean fits(Event event, ArticleFilter filter) {
		return event.fitting().computeIfAbsent(filter, (asked) -> {
			BooleanQuery.Builder query = new BooleanQuery.Builder();
			query.add(ArticleFilter.is(FieldNames.ID, event.id().value()), Occur.FILTER);
			asked.addTo(query, this.sections);
			return this.index.read((searcher) -> searcher.count(query.build()) > 0);
		});
	}

	/** It may have gone while it waited to be told. */
	private @Nullable Article stillThere(Event event) {
		boolean isThere = this.index
			.read((searcher) -> searcher.count(ArticleFilter.is(FieldNames.ID, event.id().value())) > 0);
		return isThere ? event.article() : null;
	}

	private void requireIndex() {
		if (!this.index.isOpen()) {
			throw new Problem.StoreUnavailable();
		}
	}

	/** What can happen to an article. */
	private enum Kind {

		APPEARED, CHANGED, GONE

	}

	/**
	 * Something that happened to an article.
	 *
	 * @param id the article's id
	 * @param kind what happened
	 * @param article the article then; null if it is gone
	 * @param fitting which filters it is known to fit, or not
	 */
	private record Event(NodeId id, Kind kind, @Nullable Article article, Map<ArticleFilter, Boolean> fitting) {

		Event(NodeId id, Kind kind, @Nullable Article article) {
			this(id, kind, article, new ConcurrentHashMap<>());
		}

	}

}
