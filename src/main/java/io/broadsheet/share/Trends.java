package io.broadsheet.share;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.Preparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What readers share most just now. Kept in memory: some 4 KB for an article that was
 * shared within thirty days, thrown away when that is over, and read anew from the
 * recorded actions at start.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Trends implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(Trends.class);

	private static final int REMEMBERED_SHARERS = 100_000;

	private final ShareActions actions;

	private final ChangeFeed feed;

	private final Clock clock;

	private final Map<NodeId, ArticleTrend> trends = new ConcurrentHashMap<>();

	/**
	 * How often somebody shared an article; when it is full, the longest unseen are
	 * forgotten.
	 */
	private final Cache<Sharing, AtomicInteger> repetitions = Caches.newBuilder()
		.maximumSize(REMEMBERED_SHARERS)
		.build();

	Trends(ShareActions actions, ChangeFeed feed, Clock clock) {
		this.actions = actions;
		this.feed = feed;
		this.clock = clock;
	}

	/** What others record from here on is told by the feed. */
	@Override
	public void prepare() {
		logger.debug("Shares are read behind {}", this.feed.position());
		this.trends.clear();
		this.repetitions.invalidateAll();
		this.actions.forEachSince(start(), this::add);
		this.trends.values().forEach((trend) -> trend.heard().settle());
	}

	/**
	 * Takes an action into account, unless it is already. Who comes second, having read
	 * it from the store, returns when the first one has.
	 * @return whether it was not
	 */
	boolean add(ShareAction action) {
		AtomicBoolean added = new AtomicBoolean();
		this.trends.compute(action.article(), (article, known) -> {
			ArticleTrend trend = (known != null) ? known : ArticleTrend.empty();
			added.set(trend.heard().hear(action.channel(), action.number()));
			if (added.get()) {
				int repetition = repetition(action);
				trend.windows().values().forEach((window) -> window.add(action.at().toEpochMilli(), repetition));
			}
			return trend;
		});
		return added.get();
	}

	private int repetition(ShareAction action) {
		return this.repetitions.get(new Sharing(action.article(), action.sharer()), (sharing) -> new AtomicInteger())
			.incrementAndGet();
	}

	/**
	 * Takes into account what other instances recorded.
	 * @param article what they recorded it of
	 * @return whether there was anything
	 */
	boolean catchUp(NodeId article) {
		HeardShares heard = this.trends.computeIfAbsent(article, (unknown) -> ArticleTrend.empty()).heard();
		List<ShareAction> read = this.actions.after(article, heard.known(), start());
		boolean any = false;
		for (ShareAction action : read) {
			any |= add(action);
		}
		read.forEach((action) -> heard.settle(action.channel(), action.number()));
		return any;
	}

	private Instant start() {
		return this.clock.instant().minus(TrendingWindow.MONTH.length());
	}

	/**
	 * The articles that were shared in a window.
	 * @param window how far back
	 * @return them, the highest score first
	 */
	List<Trending> in(TrendingWindow window) {
		Instant now = this.clock.instant();
		forgetBefore(now);
		return this.trends.entrySet()
			.stream()
			.map((entry) -> Trending.of(entry.getKey(), entry.getValue().in(window).sum(now.toEpochMilli())))
			.filter((trending) -> trending.shares() > 0)
			.sorted(Comparator.comparingDouble(Trending::score).reversed().thenComparing(Trending::article))
			.toList();
	}

	/** Not while a share is added. */
	private void forgetBefore(Instant now) {
		this.trends.keySet()
			.forEach((article) -> this.trends.computeIfPresent(article,
					(id, trend) -> trend.in(TrendingWindow.MONTH).isOver(now.toEpochMilli()) ? null : trend));
	}

	/**
	 * An article that was shared in a window.
	 *
	 * @param article which one
	 * @param shares how often
	 * @param score what the shares weigh
	 */
	record Trending(NodeId article, int shares, double score) {

		static Trending of(NodeId article, ShareTrend.Sum sum) {
			return new Trending(article, sum.shares(), sum.score());
		}

	}

	/** That somebody shared an article. */
	private record Sharing(NodeId article, String sharer) {
	}

	/**
	 * The shares of one article.
	 *
	 * @param windows what they sum up to, by window
	 * @param heard which of them are in that
	 */
	private record ArticleTrend(Map<TrendingWindow, ShareTrend> windows, HeardShares heard) {

		static ArticleTrend empty() {
			Map<TrendingWindow, ShareTrend> windows = new EnumMap<>(TrendingWindow.class);
			for (TrendingWindow window : TrendingWindow.values()) {
				windows.put(window, new ShareTrend(window));
			}
			return new ArticleTrend(windows, new HeardShares());
		}

		ShareTrend in(TrendingWindow window) {
			return Objects.requireNonNull(this.windows.get(window));
		}

	}

}
