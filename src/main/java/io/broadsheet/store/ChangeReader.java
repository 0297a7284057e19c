package io.broadsheet.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the feed at short intervals, and keeps it from growing for ever. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChangeReader {

	private static final Logger logger = LoggerFactory.getLogger(ChangeReader.class);

	/** How long an instance may be away without having to read everything anew. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final StoredChangeFeed feed;

	private final ChangeLog log;

	private final Preparations preparations;

	private final StoreSettings settings;

	private final Clock clock;

	ChangeReader(StoredChangeFeed feed, ChangeLog log, Preparations preparations, StoreSettings settings, Clock clock) {
		this.feed = feed;
		this.log = log;
		this.preparations = preparations;
		this.settings = settings;
		this.clock = clock;
	}

	/** Nobody else writes to an embedded store. */
	@Scheduled(fixedDelay = 500)
	void readOn() {
		if (!this.settings.isEmbedded() && this.preparations.areDone()) {
			quietly(() -> this.feed.readOn(System.nanoTime()));
		}
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void trim() {
		if (this.preparations.areDone()) {
			quietly(() -> this.log.trim(Date.from(this.clock.instant().minus(KEPT))));
		}
	}

	/** What fails while the store is away succeeds when it is back. */
	private static void quietly(Runnable task) {
		try {
			task.run();
		}
		catch (MongoException ex) {
			logger.debug("The store does not answer", ex);
		}
	}

}
