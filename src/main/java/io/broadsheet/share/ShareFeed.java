package io.broadsheet.share;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.MongoException;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ChangeSettled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells other instances which articles were shared here, and hears which were shared
 * there. Shares are too many for an entry of the feed each: those of half a second are
 * told together, by article, and read from what was recorded.
 */
@Component
class ShareFeed {

	private static final Logger logger = LoggerFactory.getLogger(ShareFeed.class);

	private final ChangeFeed feed;

	private final Trends trends;

	private final ShareNews news;

	private final ApplicationEventPublisher events;

	private final Set<NodeId> untold = ConcurrentHashMap.newKeySet();

	/** The thread that is telling others, and hears itself. */
	private volatile @Nullable Thread telling;

	ShareFeed(ChangeFeed feed, Trends trends, ShareNews news, ApplicationEventPublisher events) {
		this.feed = feed;
		this.trends = trends;
		this.news = news;
		this.events = events;
	}

	/** Notes that an article was shared here, which readers here see at once. */
	void shared(NodeId article) {
		NodeId shares = Share.idOf(article);
		this.events.publishEvent(new ChangeSettled(Set.of(shares)));
		this.untold.add(shares);
		this.news.tell(article);
	}

	@Scheduled(fixedDelay = 500)
	void tellOthers() {
		List<NodeId> shared = List.copyOf(this.untold);
		if (shared.isEmpty()) {
			return;
		}
		this.untold.removeAll(shared);
		this.telling = Thread.currentThread();
		try {
			this.feed.write(shared, () -> {
			});
		}
		catch (MongoException ex) {
			logger.debug("The store does not answer", ex);
			this.untold.addAll(shared);
		}
		finally {
			this.telling = null;
		}
	}

	@EventListener
	void hear(Change change) {
		if (Thread.currentThread() == this.telling) {
			return;
		}
		change.nodes()
			.stream()
			.filter((id) -> id.kind() == Share.KIND)
			.map(Share::articleOf)
			.filter(this.trends::catchUp)
			.forEach(this.news::tell);
	}

}
