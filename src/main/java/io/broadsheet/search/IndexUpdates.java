package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Writes changes into the index, one after the other. While the index is being caught up
 * or built they wait, and are read anew behind that.
 */
@Component
class IndexUpdates {

	private static final Logger logger = LoggerFactory.getLogger(IndexUpdates.class);

	/** What is read from the store at once. */
	private static final int BATCH = 500;

	private final ArticleIndex index;

	private final Articles articles;

	private final ArticleIndexing indexing;

	private final ArticleNews news;

	private final ReentrantLock writing = new ReentrantLock();

	/** Emptied when the index is up to date. */
	private final Set<NodeId> waiting = new HashSet<>();

	private volatile @Nullable OpenIndex open;

	/** Whether it is still being caught up or built. */
	private boolean behind;

	IndexUpdates(ArticleIndex index, Articles articles, ArticleIndexing indexing, ArticleNews news) {
		this.index = index;
		this.articles = articles;
		this.indexing = indexing;
		this.news = news;
	}

	/**
	 * Takes over an index that is yet to be caught up or built. Whoever finds out what it
	 * lacks does so after this: what changes from now on waits.
	 * @param late the index
	 */
	void takeOver(OpenIndex late) throws IOException {
		this.writing.lock();
		try {
			OpenIndex before = this.open;
			this.open = late;
			this.behind = true;
			if (before != null && !before.equals(late) && !this.index.serves(before)) {
				before.close();
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	/**
	 * Brings the index that was taken over up to date, and lets readers have it. If that
	 * fails, nothing of it is made durable, and changes go on waiting.
	 * @param late the index
	 * @param missed what changed before it was taken over
	 */
	void begin(OpenIndex late, Collection<NodeId> missed) throws IOException {
		this.writing.lock();
		try {
			boolean rebuilt = this.index.isOpen();
			this.waiting.addAll(missed);
			List<Step> steps = write(late, new ArrayList<>(this.waiting));
			this.waiting.clear();
			this.behind = false;
			this.index.open(late);
			if (rebuilt) {
				tell(steps);
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	/**
	 * Reads articles anew that have changed. When this returns readers see it, unless the
	 * index cannot be written any more: then they wait for the one that takes its place.
	 * @param ids the articles
	 */
	void update(Collection<NodeId> ids) {
		this.writing.lock();
		try {
			OpenIndex index = this.open;
			if (this.behind) {
				this.waiting.addAll(ids);
			}
			else if (index != null) {
				update(index, ids);
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	private void update(OpenIndex index, Collection<NodeId> ids) {
		try {
			List<Step> steps = write(index, List.copyOf(ids));
			this.index.changed();
			tell(steps);
		}
		catch (UncheckedIOException | AlreadyClosedException ex) {
			if (index.isWritable()) {
				throw ex;
			}
			logger.error("The index cannot be written any more", ex);
			this.behind = true;
			this.waiting.addAll(ids);
		}
	}

	/** Whether updates can be written, as far as is known. */
	boolean areWritten() {
		OpenIndex index = this.open;
		return index == null || index.isWritable();
	}

	/**
	 * Makes durable what was written, or else that nothing was since.
	 * @param notes what to remember with it; true of all that was written when this is
	 * called
	 */
	void commit(Map<String, String> notes) {
		this.writing.lock();
		try {
			OpenIndex index = this.open;
			if (index != null && index.isWritable() && !this.behind
					&& (index.isChanged() || !notes.equals(index.notes()))) {
				index.commit(new HashMap<>(notes));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	/** Lets go of the index. */
	void close() throws IOException {
		this.index.close();
		this.writing.lock();
		try {
			OpenIndex index = this.open;
			if (index != null) {
				index.close();
				this.open = null;
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	private List<Step> write(OpenIndex index, List<NodeId> ids) {
		try {
			List<Step> steps = new ArrayList<>();
			for (int start = 0; start < ids.size(); start += BATCH) {
				steps.addAll(writeBatch(index, ids.subList(start, Math.min(ids.size(), start + BATCH))));
			}
			index.refresh();
			return steps;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Step> writeBatch(OpenIndex index, List<NodeId> ids) throws IOException {
		Map<NodeId, Long> before = index.versions(ids);
		Map<NodeId, Article> published = this.articles.find(ids, ArticleFields.ALL);
		for (Article article : published.values()) {
			index.replace(article.id(), this.indexing.documentOf(article));
		}
		Set<NodeId> gone = new HashSet<>(ids);
		gone.removeAll(published.keySet());
		index.delete(gone);
		return ids.stream().map((id) -> new Step(id, before.get(id), published.get(id))).toList();
	}

	private void tell(List<Step> steps) {
		steps.forEach((step) -> this.news.tell(step.id(), step.before(), step.after()));
	}

	/**
	 * What one write did to an article.
	 *
	 * @param id the article
	 * @param before the version that readers could find, or null
	 * @param after what they can find now, or null
	 */
	private record Step(NodeId id, @Nullable Long before, @Nullable Article after) {
	}

}
