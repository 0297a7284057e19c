package io.broadsheet.search;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an index with all that is published, on all processors. */
final class IndexBuild {

	private static final Logger logger = LoggerFactory.getLogger(IndexBuild.class);

	private static final int ARTICLES_BETWEEN_REPORTS = 10_000;

	/** So many articles wait to be indexed, and no more, whatever the store has. */
	private static final int WAITING = 64;

	private final OpenIndex index;

	private final ArticleIndexing indexing;

	private final Semaphore room = new Semaphore(WAITING);

	private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

	private int articles;

	IndexBuild(OpenIndex index, ArticleIndexing indexing) {
		this.index = index;
		this.indexing = indexing;
	}

	/**
	 * Fills the index.
	 * @param source what is published
	 * @return how many articles there were
	 * @throws AlreadyClosedException if the index was closed in the meantime, or can no
	 * longer be written
	 */
	int run(Articles source) {
		long start = System.nanoTime();
		try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			source.forEach(ArticleFields.ALL, (article) -> add(article, workers));
		}
		requireSuccess();
		logger.info("Built the index of {} articles in {} s", this.articles,
				(System.nanoTime() - start) / 1_000_000_000);
		return this.articles;
	}

	/** Nothing more is read once the index cannot be written. */
	private void requireSuccess() {
		if (this.failure.get() != null) {
			throw new AlreadyClosedException("The index cannot be written any more", this.failure.get());
		}
	}

	private void add(Article article, ExecutorService workers) {
		requireSuccess();
		this.room.acquireUninterruptibly();
		workers.execute(() -> index(article));
		this.articles++;
		if (this.articles % ARTICLES_BETWEEN_REPORTS == 0) {
			logger.info("Building the index: {} articles so far", this.articles);
		}
	}

	private void index(Article article) {
		try {
			this.index.add(new DocumentToBe(() -> this.indexing.documentOf(article)));
		}
		catch (IOException | AlreadyClosedException ex) {
			this.failure.compareAndSet(null, ex);
		}
		catch (RuntimeException ex) {
			logger.error("Left out the article {}, which cannot be indexed", article.id(), ex);
		}
		finally {
			this.room.release();
		}
	}

}
