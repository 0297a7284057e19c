package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ChangesCaughtUp;
import io.broadsheet.store.ChangesMissed;
import io.broadsheet.store.Preparation;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in step with the store: catches it up at start, builds it anew if it is
 * missing, damaged or of an older form, follows every change, and makes it durable now
 * and then together with the feed's position, from which a later start catches up. A
 * command that serves nobody leaves the index alone.
 */
@Component
@ConditionalOnWebApplication
class IndexKeeper implements Preparation, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(IndexKeeper.class);

	private static final String POSITION = "position";

	/** A start waits so long for an index to be built, and goes on without it then. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int SECONDS_BETWEEN_ATTEMPTS = 1;

	private final IndexUpdates updates;

	private final Articles articles;

	private final ArticleIndexing indexing;

	private final ChangeFeed feed;

	private final StoreIdentity store;

	private final IndexSettings settings;

	private final ApplicationEventPublisher events;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile Opened opened = new Opened(null, Map.of());

	IndexKeeper(IndexUpdates updates, Articles articles, ArticleIndexing indexing, ChangeFeed feed, StoreIdentity store,
			IndexSettings settings, ApplicationEventPublisher events) {
		this.updates = updates;
		this.articles = articles;
		this.indexing = indexing;
		this.feed = feed;
		this.store = store;
		this.settings = settings;
		this.events = events;
	}

	@Override
	public void prepare() {
		try {
			OpenIndex index = open();
			this.updates.takeOver(index);
			Optional<Set<NodeId>> missed = missed(index);
			if (missed.isPresent()) {
				logger.info("Catching the index up with {} changes", missed.get().size());
				this.updates.begin(index, missed.get().stream().filter(IndexKeeper::isArticle).toList());
				commit();
				IndexCheck.beside(index, this::buildAnew);
			}
			else {
				buildBeside(index).join(PATIENCE);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@EventListener
	void follow(Change change) {
		List<NodeId> changed = change.nodes().stream().filter(IndexKeeper::isArticle).toList();
		if (!changed.isEmpty()) {
			this.updates.update(changed);
		}
	}

	@EventListener(ChangesMissed.class)
	void buildAnew() {
		OpenIndex index = this.opened.index();
		if (index != null) {
			logger.info("The index missed changes");
			Thread build = buildBeside(index);
			logger.debug("Building in {}", build);
		}
	}

	/** The position is asked for first: what was told up to it has been written. */
	@Scheduled(fixedDelay = 5000)
	void commit() {
		if (this.opened.index() == null) {
			return;
		}
		Map<String, String> notes = new HashMap<>(this.opened.form());
		notes.put(POSITION, String.valueOf(this.feed.position()));
		this.updates.commit(notes);
	}

	@Override
	public void destroy() throws IOException {
		this.stopped.countDown();
		commit();
		this.updates.close();
	}

	private OpenIndex open() throws IOException {
		OpenIndex known = this.opened.index();
		if (known != null) {
			return known;
		}
		Map<String, String> form = Map.of("form", this.indexing.form(), "store", this.store.name());
		OpenIndex index = IndexFolder.open(this.settings.dataDir(), this.indexing.codec(), form);
		this.opened = new Opened(index, form);
		return index;
	}

	/** What changed since an index was written, or nothing if that is not known. */
	private Optional<Set<NodeId>> missed(OpenIndex index) {
		String position = index.notes().get(POSITION);
		return (position != null) ? this.feed.since(Long.parseLong(position)) : Optional.empty();
	}

	private Thread buildBeside(OpenIndex index) {
		this.updates.takeOver(index);
		return Thread.ofPlatform().daemon().name("index-build").start(() -> build(index));
	}

	private void build(OpenIndex index) {
		try {
			while (!attempt(index)) {
				if (this.stopped.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS)) {
					return;
				}
			}
			this.events.publishEvent(new ChangesCaughtUp());
			commit();
			merge(index);
		}
		catch (AlreadyClosedException ex) {
			logger.atLevel((this.stopped.getCount() > 0) ? Level.ERROR : Level.DEBUG)
				.setCause(ex)
				.log("The index could not be built");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean attempt(OpenIndex index) {
		try {
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
			throw new UncheckedIOException(ex);
		}
	}

	/** Beside serving, once there is an index. */
	private void merge(OpenIndex index) {
		try {
			if (index.merge()) {
				logger.info("Merged the index into {} segments", index.segments());
				commit();
			}
		}
		catch (IOException ex) {
			logger.atLevel((this.stopped.getCount() > 0) ? Level.WARN : Level.DEBUG)
				.setCause(ex)
				.log("The index stays in many segments");
		}
	}

	private static boolean isArticle(NodeId id) {
		return id.kind() == Article.KIND;
	}

	/**
	 * What is open.
	 *
	 * @param index the index, or null
	 * @param form what it must say of itself to be of use at the next start
	 */
	private record Opened(@Nullable OpenIndex index, Map<String, String> form) {
	}

}
