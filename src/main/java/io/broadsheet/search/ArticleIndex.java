package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

import io.broadsheet.graph.Problem;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The index of what is published, as whoever computes something from it sees it. It is
 * derived from the store, and there is none while it is built. Behind this type a
 * distributed engine can stand.
 */
@Component
public class ArticleIndex {

	private final AtomicLong generation = new AtomicLong();

	private volatile @Nullable OpenIndex open;

	ArticleIndex() {
	}

	/**
	 * Computes something from the index as it is now. What this instance wrote before is
	 * in it.
	 * @param reading computes it
	 * @param <T> what is computed
	 * @return what was computed
	 * @throws Problem.StoreUnavailable if the index is being built
	 */
	public <T extends @Nullable Object> T read(IndexReading<T> reading) {
		OpenIndex index = this.open;
		if (index == null) {
			throw new Problem.StoreUnavailable();
		}
		try {
			IndexSearcher searcher = index.acquire();
			try {
				return reading.read(searcher);
			}
			finally {
				index.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A number that is another one whenever the index has changed. Ask for it before
	 * {@link #read}, and what was computed is of that generation or a newer one.
	 */
	public long generation() {
		return this.generation.get();
	}

	/** Lets readers have an index. */
	void open(OpenIndex index) {
		this.open = index;
		changed();
	}

	/** Readers get none any more. */
	void close() {
		this.open = null;
	}

	void changed() {
		this.generation.incrementAndGet();
	}

}
