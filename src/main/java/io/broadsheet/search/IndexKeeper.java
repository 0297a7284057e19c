package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ChangesCaughtUp;
import io.broadsheet.store.ChangesMissed;
import io.broadsheet.store.Preparation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private final IndexUpdates updates;

	private final ArticleIndexing indexing;

	private final ChangeFeed feed;

	private final StoreIdentity store;

	private final IndexSettings settings;

	private final ApplicationEventPublisher events;

	private final IndexBuilds builds;

	private volatile Opened opened = new Opened(null, Map.of());

	IndexKeeper(IndexUpdates updates, Articles articles, ArticleIndexing indexing, ChangeFeed feed, StoreIdentity store,
			IndexSettings settings, ApplicationEventPublisher events) {
		this.updates = updates;
		this.indexing = indexing;
		this.feed = feed;
		this.store = store;
		this.settings = settings;
		this.events = events;
		this.builds = new IndexBuilds(updates, articles, indexing, events, this::commit);
	}

	@Override
	public void prepare() {
		try {
			if (this.builds.awaitRunning(PATIENCE)) {
				return;
			}
			OpenIndex index = open();
			if (catchUpOrBuild(index)) {
				commit();
				IndexCheck.beside(index, this::buildAnew);
			}
			else {
				this.builds.awaitRunning(PATIENCE);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Says whether the index has caught up; if not, it is being built. */
	private boolean catchUpOrBuild(OpenIndex index) throws IOException {
		this.updates.takeOver(index);
		Optional<Set<NodeId>> missed = missed(index);
		if (missed.isEmpty()) {
			this.builds.begin(index);
			return false;
		}
		logger.info("Catching the index up with {} changes", missed.get().size());
		this.updates.begin(index, missed.get().stream().filter(IndexKeeper::isArticle).toList());
		return true;
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
			this.builds.begin(index);
		}
	}

	/**
	 * Makes the index durable, after seeing to it that it can be written. One that is
	 * closed at the end stays closed, which is why builds are asked last.
	 */
	@Scheduled(fixedDelay = 5000)
	void tend() {
		OpenIndex index = this.opened.index();
		if (index != null && !index.isWritable() && this.builds.areIdle()) {
			reopen();
		}
		commit();
	}

	/**
	 * Readers keep the index that they have until the one from the folder has caught up.
	 * If that fails, the next time it may not.
	 */
	private void reopen() {
		try {
			OpenIndex index = openFolder(this.opened.form());
			boolean isUpToDate = catchUpOrBuildOrClose(index);
			this.opened = new Opened(index, this.opened.form());
			logger.info("The index was opened anew, as it could not be written any more");
			if (isUpToDate) {
				this.events.publishEvent(new ChangesCaughtUp());
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The index cannot be written, and cannot be opened anew: {}", ex.toString());
		}
	}

	private boolean catchUpOrBuildOrClose(OpenIndex index) throws IOException {
		try {
			return catchUpOrBuild(index);
		}
		catch (IOException | RuntimeException ex) {
			index.close();
			throw ex;
		}
	}

	/** The position is asked for first: what was told up to it has been written. */
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
		this.builds.stop();
		try {
			commit();
		}
		finally {
			this.updates.close();
		}
	}

	private OpenIndex open() throws IOException {
		OpenIndex known = this.opened.index();
		if (known != null) {
			return known;
		}
		Map<String, String> form = Map.of("form", this.indexing.form(), "store", this.store.name());
		OpenIndex index = openFolder(form);
		this.opened = new Opened(index, form);
		return index;
	}

	private OpenIndex openFolder(Map<String, String> form) throws IOException {
		return IndexFolder.open(this.settings.dataDir(), this.indexing.codec(), form);
	}

	/** What changed since an index was written, or nothing if that is not known. */
	private Optional<Set<NodeId>> missed(OpenIndex index) {
		String position = index.notes().get(POSITION);
		return (position != null) ? this.feed.since(Long.parseLong(position)) : Optional.empty();
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
