package io.broadsheet.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.Problem;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link Preparation} once the store answers. With the embedded store that is
 * before the first request is accepted, so that a newcomer never meets a server that is
 * not ready; another store may be down for long, so it is waited for beside the server,
 * whose readiness is down until then.
 */
@Component
public class Preparations implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Preparations.class);

	private static final int SECONDS_BETWEEN_ATTEMPTS = 1;

	private static final int ATTEMPTS_BETWEEN_REMINDERS = 30;

	private final ObjectProvider<Preparation> steps;

	private final MongoDatabase database;

	private final MongoConnectionDetails connection;

	private final StoredChangeFeed feed;

	private final StoreSettings settings;

	private final CountDownLatch done = new CountDownLatch(1);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile boolean started;

	private int failedAttempts;

	Preparations(ObjectProvider<Preparation> steps, MongoDatabase database, MongoConnectionDetails connection,
			StoredChangeFeed feed, StoreSettings settings) {
		this.feed = feed;
		this.steps = steps;
		this.database = database;
		this.connection = connection;
		this.settings = settings;
	}

	/** Once: whoever stops the gateway and starts it again finds everything prepared. */
	@Override
	public void start() {
		if (areDone()) {
			return;
		}
		this.started = true;
		if (this.settings.isEmbedded()) {
			prepareEmbedded();
		}
		else {
			Thread.ofPlatform().daemon().name("store-preparation").start(this::attemptUntilDone);
		}
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.started && this.stopped.getCount() > 0;
	}

	/** Before the web server, which starts at the end. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** Whether all steps are done. */
	public boolean areDone() {
		return this.done.getCount() == 0;
	}

	/**
	 * Waits until all steps are done.
	 * @param patience how long to wait
	 * @throws Problem.StoreUnavailable if the store did not answer in time
	 */
	public void await(Duration patience) {
		try {
			if (!this.done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Problem.StoreUnavailable();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem.StoreUnavailable();
		}
	}

	private void attemptUntilDone() {
		try {
			while (!attempt() && !this.stopped.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS)) {
				this.failedAttempts++;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** There is nothing to wait for: an embedded store that fails now is damaged. */
	private void prepareEmbedded() {
		try {
			prepare();
		}
		catch (MongoException ex) {
			throw UnusableStore.damaged(this.settings.dataDir(), ex);
		}
	}

	private boolean attempt() {
		try {
			this.database.runCommand(new Document("ping", 1));
			prepare();
			logger.info("The store at {} is ready", hosts());
			return true;
		}
		catch (MongoException ex) {
			remind(() -> logger.warn("Waiting for the store at {}: {}", hosts(), reason(ex)));
			logger.debug("Why the store does not answer", ex);
		}
		catch (RuntimeException ex) {
			if (!isRunning()) {
				return false;
			}
			remind(() -> logger.error("The store at {} answers, but what it has cannot be made ready", hosts(), ex));
		}
		return false;
	}

	private void remind(Runnable say) {
		if (this.failedAttempts % ATTEMPTS_BETWEEN_REMINDERS == 0) {
			say.run();
		}
	}

	/** The driver's own message could name a user. */
	private static String reason(MongoException ex) {
		return switch (ex) {
			case MongoSecurityException refused -> "it refuses the user or the password";
			case MongoTimeoutException timeout when String.valueOf(timeout.getMessage())
				.contains(MongoSecurityException.class.getSimpleName()) -> "it refuses the user or the password";
			case MongoTimeoutException timeout -> "it does not answer";
			case MongoSocketException broken -> "the connection broke";
			case MongoCommandException refused -> "it refuses a command, code " + refused.getErrorCode();
			default -> ex.getClass().getSimpleName();
		};
	}

	private List<String> hosts() {
		return this.connection.getConnectionString().getHosts();
	}

	/**
	 * The feed is read from before the first step on, so that no change falls between.
	 */
	private void prepare() {
		this.feed.startReading();
		this.steps.orderedStream().forEach(Preparation::prepare);
		this.done.countDown();
	}

}
