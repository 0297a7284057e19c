package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.RamUsageEstimator;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The index of what is published, as whoever computes something from it sees it. It is
 * derived from the store, and there is none while it is built. Behind this type a
 * distributed engine can stand.
 */
@Component
public class ArticleIndex {

	/** How many bytes what is remembered may take, roughly. */
	private static final int MEMORY = 20 << 20;

	/** What a number, a word or an entry of a map takes, roughly. */
	private static final long SMALL = 100;

	/**
	 * By how much more than a change another index counts, so that it is never taken for
	 * the same one after some changes.
	 */
	private static final long OTHER_INDEX = 1L << 32;

	private final AtomicLong generation = new AtomicLong();

	/** Answers of this generation and, until they are pushed out, of earlier ones. */
	private final Cache<Key, Object> memory = Caches.newBuilder()
		.maximumWeight(MEMORY)
		.weigher(ArticleIndex::weight)
		.build();

	private volatile @Nullable OpenIndex open;

	ArticleIndex() {
	}

	/**
	 * Computes something from the index as it is now. What this instance wrote before is
	 * in it.
	 * @param reading computes it
	 * @param <T> what is computed
	 * @return what was computed
	 * @throws Problem.StoreUnavailable if the index is being built or was just closed
	 * @throws Problem.Stopped if the thread was interrupted, since nobody waits for what
	 * it computes
	 */
	public <T extends @Nullable Object> T read(IndexReading<T> reading) {
		OpenIndex index = this.open;
		if (index == null) {
			throw new Problem.StoreUnavailable();
		}
		try {
			IndexSearcher searcher = index.acquire();
			try {
				requireUninterrupted();
				T value = reading.read(searcher);
				requireUninterrupted();
				return value;
			}
			finally {
				index.release(searcher);
			}
		}
		catch (AlreadyClosedException ex) {
			throw new Problem.StoreUnavailable();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What an interrupted search has found is not all that there is. */
	private static void requireUninterrupted() {
		if (Thread.currentThread().isInterrupted()) {
			throw new Problem.Stopped();
		}
	}

	/**
	 * The newest articles.
	 * @param most how many at most, at least one
	 * @return their ids, the newest first
	 * @throws Problem.StoreUnavailable if the index is being built or was just closed
	 */
	public List<NodeId> newest(int most) {
		return read((searcher) -> {
			int size = Math.clamp(searcher.getIndexReader().numDocs(), 1, most);
			List<NodeId> newest = new ArrayList<>(size);
			for (ScoreDoc each : searcher.search(MatchAllDocsQuery.INSTANCE,
					new TopFieldCollectorManager(OpenIndex.NEWEST_FIRST, size, null, 1)).scoreDocs) {
				newest.add(Position.of((FieldDoc) each).id());
			}
			return newest;
		});
	}

	/**
	 * The folder in which the index is kept. What is derived from it alone may be kept
	 * there too, and is deleted with it.
	 * @return the folder, or null while there is no index
	 */
	public @Nullable Directory folder() {
		OpenIndex index = this.open;
		return (index != null) ? index.folder() : null;
	}

	/**
	 * A number that is another one whenever the index has changed: higher by one after a
	 * change that was told, and by far more where there is another index. Ask for it
	 * before {@link #read}, and what was computed is of that generation or a newer one.
	 */
	public long generation() {
		return this.generation.get();
	}

	/**
	 * Computes something that depends on nothing but the index and what it is asked, or
	 * takes it from memory if the index has not changed since.
	 * @param question what is asked; compared by {@code equals}
	 * @param aspect which of the answers to it this is
	 * @param reading computes it
	 * @param <T> what is computed
	 * @return what was computed
	 */
	<T> T remember(Object question, String aspect, IndexReading<T> reading) {
		Key key = new Key(generation(), question, aspect);
		Object known = this.memory.getIfPresent(key);
		if (known != null) {
			@SuppressWarnings("unchecked") // What is put under a key below is a T.
			T value = (T) known;
			return value;
		}
		T value = read(reading);
		this.memory.put(key, value);
		return value;
	}

	/** Lets readers have an index, and closes another that they had until now. */
	void open(OpenIndex index) throws IOException {
		OpenIndex before = this.open;
		this.open = index;
		this.generation.addAndGet(OTHER_INDEX);
		if (before != null && !before.equals(index)) {
			before.close();
		}
	}

	/**
	 * Lets go of memory that nobody may need any more. What is needed of it costs a small
	 * part of a second to have back; nothing is gone from the system's cache.
	 */
	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	public void letGo() {
		OpenIndex index = this.open;
		try {
			if (index != null) {
				index.letGo();
			}
		}
		catch (AlreadyClosedException ex) {
			// Nothing of it is in memory any more.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether readers have an index. */
	boolean isOpen() {
		return this.open != null;
	}

	/** Whether this is the index that readers have. */
	boolean serves(OpenIndex index) {
		return index.equals(this.open);
	}

	/** Readers get none any more. */
	void close() {
		this.open = null;
	}

	void changed() {
		this.generation.incrementAndGet();
	}

	/**
	 * What was asked can take far more than the answer: a query has all that was typed.
	 */
	private static int weight(Key key, Object answer) {
		long question = (key.question() instanceof Query query) ? RamUsageEstimator.sizeOf(query) : SMALL;
		long numbers = switch (answer) {
			case Map<?, ?> counts -> counts.size();
			case Collection<?> items -> items.size();
			case ListSlice slice -> slice.positions().size();
			default -> 1;
		};
		return Math.toIntExact(Math.min(MEMORY, question + SMALL * (numbers + 1)));
	}

	private record Key(long generation, Object question, String aspect) {
	}

}
