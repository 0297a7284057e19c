package io.broadsheet.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.Problem;
import org.bson.Document;
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

	/** A store that does not answer this soon is away. */
	private static final int ANSWER_MILLIS = 800;

	private final StoredChangeFeed feed;

	private final ChangeLog log;

	private final Preparations preparations;

	private final StoreWatch watch;

	private final MongoDatabase database;

	private final StoreSettings settings;

	private final Clock clock;

	private final ReentrantLock asking = new ReentrantLock();

	private final ReentrantLock reading = new ReentrantLock();

	ChangeReader(StoredChangeFeed feed, ChangeLog log, Preparations preparations, StoreWatch watch,
			MongoDatabase database, StoreSettings settings, Clock clock) {
		this.feed = feed;
		this.log = log;
		this.preparations = preparations;
		this.watch = watch;
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/** At a fixed rate, so that nothing else that is scheduled delays it. */
	@Scheduled(fixedRate = 500)
	void readOn() {
		if (this.preparations.areDone()) {
			unlessRunning(this.reading, this::catchUp);
		}
	}

	/** Beside the reading, which a store that hangs can keep for longer. */
	@Scheduled(fixedRate = 500)
	void askWhetherTheStoreAnswers() {
		if (!this.settings.isEmbedded()) {
			unlessRunning(this.asking, this::ask);
		}
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void trim() {
		if (this.preparations.areDone()) {
			quietly(() -> this.log.trim(Date.from(this.clock.instant().minus(KEPT))));
		}
	}

	/** Nobody else writes to an embedded store. */
	private void catchUp() {
		if (this.settings.isEmbedded()) {
			this.feed.finishWrites(System.nanoTime());
		}
		else {
			this.feed.readOn(System.nanoTime());
		}
		this.watch.caughtUp();
	}

	private void ask() {
		try {
			this.database.withTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS).runCommand(new Document("ping", 1));
			this.watch.answered();
		}
		catch (MongoException ex) {
			this.watch.didNotAnswer();
			throw ex;
		}
	}

	private void unlessRunning(ReentrantLock lock, Runnable task) {
		if (lock.tryLock()) {
			try {
				quietly(task);
			}
			catch (IllegalStateException ex) {
				// The connection is closed while this instance is being stopped.
				if (this.preparations.isRunning()) {
					throw ex;
				}
			}
			finally {
				lock.unlock();
			}
		}
	}

	/** What fails while the store is away succeeds when it is back. */
	private static void quietly(Runnable task) {
		try {
			task.run();
		}
		catch (MongoException | Problem.StoreUnavailable ex) {
			logger.debug("The store does not answer", ex);
		}
	}

}
