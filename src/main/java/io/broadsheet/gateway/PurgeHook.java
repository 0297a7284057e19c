package io.broadsheet.gateway;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ChangeSettled;
import io.broadsheet.store.Preparation;
import jakarta.annotation.PreDestroy;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the caches before the gateway what changes for readers: each instance what it
 * hears of, its own changes at once and others' by the feed, so that a cache is told even
 * if the instance that made the change is gone. An instance that starts tells them what
 * changed shortly before, since the last one that ran may have died before it had.
 */
@Component
class PurgeHook implements Preparation {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** For longer than a cache is tried to be told by the instance that made a change. */
	private static final Duration SHORTLY = Duration.ofMinutes(10);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final List<PurgeQueue> queues;

	private final ChangeFeed feed;

	private final Clock clock;

	PurgeHook(PurgeSettings settings, ChangeFeed feed, Clock clock) {
		this.feed = feed;
		this.clock = clock;
		this.queues = targets(settings, clock).stream()
			.map((target) -> new PurgeQueue(target, this.http, settings.pause()))
			.toList();
	}

	private static List<PurgeTarget> targets(PurgeSettings settings, Clock clock) {
		List<PurgeTarget> targets = new ArrayList<>();
		if (settings.fastlyService() != null && settings.fastlySecret() != null) {
			targets.add(new FastlyPurge(settings.fastlyUrl(), settings.fastlyService(), settings.fastlySecret()));
		}
		if (settings.cloudflareZone() != null && settings.cloudflareSecret() != null) {
			targets.add(new CloudflarePurge(settings.cloudflareUrl(), settings.cloudflareZone(),
					settings.cloudflareSecret()));
		}
		if (settings.webhookUrl() != null && settings.webhookSecret() != null) {
			targets.add(new WebhookPurge(settings.webhookUrl(), settings.webhookSecret(), clock));
		}
		return List.copyOf(targets);
	}

	@Override
	public void prepare() {
		if (!this.queues.isEmpty()) {
			tell(this.feed.since(this.clock.instant().minus(SHORTLY)));
		}
	}

	/** A cache that asks at once is answered with the new state. */
	@EventListener
	void tell(ChangeSettled change) {
		tell(change.nodes());
	}

	private void tell(Set<NodeId> changed) {
		Set<String> tags = AnswerTags.purgedWith(changed);
		if (!tags.isEmpty()) {
			this.queues.forEach((queue) -> queue.add(tags));
		}
	}

	@PreDestroy
	void stop() {
		this.queues.forEach(PurgeQueue::stop);
		this.http.close();
	}

}
