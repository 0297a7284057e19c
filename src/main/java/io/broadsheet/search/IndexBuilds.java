package io.broadsheet.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.mongodb.MongoException;
import io.broadsheet.article.Articles;
import io.broadsheet.store.ChangesCaughtUp;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Builds the index beside what the instance does, one time after the other: until the
 * store has been read as a whole.
 */
final class IndexBuilds {

	private static final Logger logger = LoggerFactory.getLogger(IndexBuilds.class);

	private static final long SECONDS_BETWEEN_ATTEMPTS = 1;

	private final IndexUpdates updates;

	private final Articles articles;

	private final ArticleIndexing indexing;

	private final ApplicationEventPublisher events;

	private final Runnable commit;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final ReentrantLock building = new ReentrantLock();

	private volatile @Nullable Thread latest;

	/**
	 * @param updates writes what changes meanwhile
	 * @param articles all articles
	 * @param indexing tells what is kept of each
	 * @param events is told when the index is up to date again
	 * @param commit makes durable what was built
	 */
	IndexBuilds(IndexUpdates updates, Articles articles, ArticleIndexing indexing, ApplicationEventPublisher events,
			Runnable commit) {
		this.updates = updates;
		this.articles = articles;
		this.indexing = indexing;
		this.events = events;
		this.commit = commit;
	}

	/**
	 * Waits for the build that is running, if one is.
	 * @param patience how long at most
	 * @return whether one is
	 */
	boolean awaitRunning(Duration patience) throws InterruptedException {
		Thread build = running();
		if (build == null) {
			return false;
		}
		build.join(patience);
		return true;
	}

	/** Whether none is running, and none was told to rest. */
	boolean areIdle() {
		return running() == null && !isStopped();
	}

	private @Nullable Thread running() {
		Thread build = this.latest;
		return (build != null && build.isAlive()) ? build : null;
	}

	/** Begins a build, behind the one that is running. */
	void begin(OpenIndex index) {
		this.latest = Thread.ofPlatform().daemon().name("index-build").start(() -> build(index));
	}

	/** Lets a build that failed rest. */
	void stop() {
		this.stopped.countDown();
	}

	private void build(OpenIndex index) {
		this.building.lock();
		try {
			while (!attempt(index)) {
				if (this.stopped.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS)) {
					return;
				}
			}
			this.events.publishEvent(new ChangesCaughtUp());
			this.commit.run();
			merge(index);
		}
		catch (AlreadyClosedException ex) {
			logger.atLevel(isStopped() ? Level.DEBUG : Level.ERROR).setCause(ex).log("The index could not be built");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.building.unlock();
		}
	}

	private boolean attempt(OpenIndex index) {
		try {
			this.updates.takeOver(index);
			index.clear();
			new IndexBuild(index, this.indexing).run(this.articles);
			this.updates.begin(index, List.of());
			return true;
		}
		catch (MongoException ex) {
			logger.warn("The store failed while the index was being built: {}", ex.getClass().getSimpleName());
			return false;
		}
		catch (IOException ex) {
			logger.warn("The index could not be built, which is tried again", ex);
			return false;
		}
	}

	/** Beside serving, once there is an index. */
	private void merge(OpenIndex index) {
		try {
			if (index.merge()) {
				logger.info("Merged the index into {} segments", index.segments());
				this.commit.run();
			}
		}
		catch (IOException ex) {
			logger.atLevel(isStopped() ? Level.DEBUG : Level.WARN).setCause(ex).log("The index stays in many segments");
		}
	}

	private boolean isStopped() {
		return this.stopped.getCount() == 0;
	}

}
