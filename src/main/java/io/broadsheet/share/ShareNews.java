package io.broadsheet.share;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.Broadcast;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangesMissed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who listens how often articles are shared. Counts are read once for all who
 * listen to an article, and only while somebody does.
 */
@Component
class ShareNews {

	/** What a share address is made of. */
	private static final ArticleFields HEADLINE = new ArticleFields(Set.of("headline"));

	private final Broadcast<Event> broadcast = new Broadcast<>();

	/** How many listen to an article. */
	private final Map<NodeId, Integer> listeners = new ConcurrentHashMap<>();

	/** What was told last of the articles that somebody listens to. */
	private final Map<NodeId, Integer> told = new ConcurrentHashMap<>();

	/** Keeps counts from being told in another order than they were read in. */
	private final ReentrantLock telling = new ReentrantLock();

	private final Articles articles;

	private final ShareTallies tallies;

	private final ShareSettings settings;

	ShareNews(Articles articles, ShareTallies tallies, ShareSettings settings) {
		this.articles = articles;
		this.tallies = tallies;
		this.settings = settings;
	}

	/** The shares of an article, whenever they have changed, until it is withdrawn. */
	Flux<Share> changes(NodeId article) {
		return this.broadcast.listen((event) -> event.article().equals(article))
			.doOnSubscribe((subscription) -> this.listeners.merge(article, 1, Integer::sum))
			.doFinally((signal) -> leave(article))
			.takeWhile((event) -> event.share() != null)
			.mapNotNull(Event::share);
	}

	private void leave(NodeId article) {
		if (this.listeners.computeIfPresent(article, (id, count) -> (count > 1) ? count - 1 : null) == null) {
			this.told.remove(article);
		}
	}

	/** Tells that an article was shared. */
	void tell(NodeId id) {
		if (!this.listeners.containsKey(id)) {
			return;
		}
		this.telling.lock();
		try {
			Article article = this.articles.find(id, HEADLINE);
			if (article != null) {
				tell(article, this.tallies.find(List.of(id)).getOrDefault(id, ShareCounts.NONE));
			}
		}
		finally {
			this.telling.unlock();
		}
	}

	/** Counts that were read together by two who shared are told once. */
	private void tell(Article article, ShareCounts counts) {
		Integer before = this.told.put(article.id(), counts.total());
		if (before == null || before < counts.total()) {
			Share share = Share.of(this.settings, article, this.articles.url(article), counts);
			this.broadcast.tell(new Event(article.id(), share));
		}
	}

	@EventListener
	void endOfWithdrawn(Change change) {
		List<NodeId> heard = change.nodes().stream().filter(this.listeners::containsKey).toList();
		if (!heard.isEmpty()) {
			Map<NodeId, Article> there = this.articles.find(heard, HEADLINE);
			heard.stream()
				.filter((id) -> !there.containsKey(id))
				.forEach((id) -> this.broadcast.tell(new Event(id, null)));
		}
	}

	/** Who missed something must ask anew for all. */
	@EventListener(ChangesMissed.class)
	void end() {
		this.broadcast.fail(new Problem.StoreUnavailable());
	}

	/**
	 * That an article was shared, or is gone.
	 *
	 * @param article the article
	 * @param share its shares now; null if it is gone
	 */
	private record Event(NodeId article, @Nullable Share share) {
	}

}
