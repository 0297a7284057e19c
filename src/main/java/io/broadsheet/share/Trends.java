package io.broadsheet.share;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparation;

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

	private static final int REMEMBERED_SHARERS = 100_000;

	private final ShareActions actions;

	private final Clock clock;

	private final Map<NodeId, Map<TrendingWindow, ShareTrend>> trends = new ConcurrentHashMap<>();

	/**
	 * How often somebody shared an article; when it is full, the longest unseen are
	 * forgotten.
	 */
	private final Cache<Sharing, AtomicInteger> repetitions = Caffeine.newBuilder()
		.maximumSize(REMEMBERED_SHARERS)
		.build();

	Trends(ShareActions actions, Clock clock) {
		this.actions = actions;
		this.clock = clock;
	}

	@Override
	public void prepare() {
		this.trends.clear();
		this.repetitions.invalidateAll();
		this.actions.forEachSince(this.clock.instant().minus(TrendingWindow.MONTH.length()), this::add);
	}

	/** Takes an action into account that was recorded now. */
	void add(ShareAction action) {
		int repetition = this.repetitions
			.get(new Sharing(action.article(), action.sharer()), (sharing) -> new AtomicInteger())
			.incrementAndGet();
		this.trends.computeIfAbsent(action.article(), (article) -> windows())
			.values()
			.forEach((trend) -> trend.add(action.at().toEpochMilli(), repetition));
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
			.map((entry) -> Trending.of(entry.getKey(), trend(entry.getValue(), window).sum(now.toEpochMilli())))
			.filter((trending) -> trending.shares() > 0)
			.sorted(Comparator.comparingDouble(Trending::score).reversed().thenComparing(Trending::article))
			.toList();
	}

	private void forgetBefore(Instant now) {
		this.trends.values().removeIf((windows) -> trend(windows, TrendingWindow.MONTH).isOver(now.toEpochMilli()));
	}

	private static Map<TrendingWindow, ShareTrend> windows() {
		Map<TrendingWindow, ShareTrend> windows = new EnumMap<>(TrendingWindow.class);
		for (TrendingWindow window : TrendingWindow.values()) {
			windows.put(window, new ShareTrend(window));
		}
		return windows;
	}

	private static ShareTrend trend(Map<TrendingWindow, ShareTrend> windows, TrendingWindow window) {
		return windows.getOrDefault(window, new ShareTrend(window));
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

}
