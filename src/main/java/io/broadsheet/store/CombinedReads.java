package io.broadsheet.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;

import com.mongodb.MongoInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads together what several requests ask for at the same time. A request that comes
 * while nothing is read reads at once. Those that come meanwhile wait until that read has
 * ended, and one of them then reads for all of them: what each gets was read after it
 * asked. Of a read of a few documents most is the way to the store and back, which they
 * so share, and what several ask for is read once.
 *
 * @param <G> what has to be equal for keys to be read together
 * @param <K> the keys
 * @param <V> what is read
 */
public final class CombinedReads<G, K, V> {

	/** With more keys a read is worth its way. */
	private static final int MOST_KEYS = 100;

	/**
	 * Nobody waits longer for a read to end that may not, as one of a lost connection.
	 */
	private static final long LONG_NANOS = 10_000_000;

	private final Reader<G, K, V> reader;

	private final LongSupplier nanoTime;

	/** Lines in which nobody waits and nobody reads are not kept. */
	private final ConcurrentHashMap<G, Line<K, V>> lines = new ConcurrentHashMap<>();

	/**
	 * Combines reads.
	 * @param reader reads from the store
	 */
	public CombinedReads(Reader<G, K, V> reader) {
		this(reader, System::nanoTime);
	}

	CombinedReads(Reader<G, K, V> reader, LongSupplier nanoTime) {
		this.reader = reader;
		this.nanoTime = nanoTime;
	}

	/**
	 * Reads what is under some keys. What does not run for a request reads by itself, as
	 * it may take longer than requests would wait.
	 * @param group what has to be equal for keys to be read together
	 * @param keys the keys
	 * @return what is there
	 * @throws com.mongodb.MongoException if the store could not be read
	 */
	public Map<K, V> read(G group, Collection<K> keys) {
		if (keys.size() >= MOST_KEYS || !RequestPatience.isForRequest()) {
			return alone(group, keys);
		}
		Turn<K, V> turn = new Turn<>(keys);
		this.lines.compute(group, (same, line) -> Line.orNew(line).join(turn, this.nanoTime.getAsLong()));
		return switch (turn.await()) {
			case ReadForAll<K, V> all -> readForAll(group, all.turns());
			case WasRead<K, V> read -> turn.ownOf(read.found());
			case Failed<K, V> failed -> throw failed.failure();
			case ReadAlone<K, V> alone -> alone(group, keys);
		};
	}

	private Map<K, V> alone(G group, Collection<K> keys) {
		return this.reader.read(group, new LinkedHashSet<>(keys));
	}

	private Map<K, V> readForAll(G group, List<Turn<K, V>> turns) {
		Outcome<K, V> outcome = new ReadAlone<>();
		try {
			Set<K> keys = new LinkedHashSet<>();
			turns.forEach((turn) -> keys.addAll(turn.keys));
			Map<K, V> found = this.reader.read(group, keys);
			outcome = new WasRead<>(found);
			return turns.getFirst().ownOf(found);
		}
		catch (MongoInterruptedException ex) {
			// Its own request was given up, not theirs.
			throw ex;
		}
		catch (RuntimeException ex) {
			outcome = new Failed<>(ex);
			throw ex;
		}
		finally {
			Outcome<K, V> ofAll = outcome;
			turns.forEach((turn) -> turn.outcome.complete(ofAll));
			this.lines.computeIfPresent(group, (same, line) -> line.leave(turns.getFirst(), this.nanoTime.getAsLong()));
		}
	}

	/**
	 * Reads from the store.
	 *
	 * @param <G> what all keys of a read have in common
	 * @param <K> the keys
	 * @param <V> what is read
	 */
	@FunctionalInterface
	public interface Reader<G, K, V> {

		/**
		 * Reads what is under some keys.
		 * @param group what the keys have in common
		 * @param keys the keys
		 * @return what is there
		 */
		Map<K, V> read(G group, Set<K> keys);

	}

	/** Those who wait for the read that is going on to end. */
	private static final class Line<K, V> {

		private final Deque<Turn<K, V>> waiting = new ArrayDeque<>();

		/** Who reads; nobody waits any more for one before who still does. */
		private @Nullable Turn<K, V> reading;

		private long begun;

		static <K, V> Line<K, V> orNew(@Nullable Line<K, V> line) {
			return (line != null) ? line : new Line<>();
		}

		/** Who comes runs already, while those who wait would have to be woken. */
		Line<K, V> join(Turn<K, V> turn, long now) {
			if (this.reading == null || now - this.begun > LONG_NANOS) {
				List<Turn<K, V>> turns = new ArrayList<>(List.of(turn));
				addWaiting(turns);
				begin(turns, now);
			}
			else {
				this.waiting.add(turn);
			}
			return this;
		}

		@Nullable Line<K, V> leave(Turn<K, V> turn, long now) {
			if (turn == this.reading) {
				this.reading = null;
				while (this.reading == null && !this.waiting.isEmpty()) {
					List<Turn<K, V>> turns = new ArrayList<>();
					addWaiting(turns);
					begin(turns, now);
				}
			}
			return (this.reading != null) ? this : null;
		}

		private void addWaiting(List<Turn<K, V>> turns) {
			int keys = turns.stream().mapToInt((turn) -> turn.keys.size()).sum();
			while (!this.waiting.isEmpty() && keys < MOST_KEYS) {
				Turn<K, V> turn = this.waiting.remove();
				turns.add(turn);
				keys += turn.keys.size();
			}
		}

		/** The first who has not given up reads for all that come after. */
		private void begin(List<Turn<K, V>> turns, long now) {
			for (int n = 0; n < turns.size(); n++) {
				if (turns.get(n).outcome.complete(new ReadForAll<>(turns.subList(n, turns.size())))) {
					this.reading = turns.get(n);
					this.begun = now;
					return;
				}
			}
		}

	}

	/** A request that waits for what it asked for. */
	private static final class Turn<K, V> {

		private final Collection<K> keys;

		private final CompletableFuture<Outcome<K, V>> outcome = new CompletableFuture<>();

		Turn(Collection<K> keys) {
			this.keys = keys;
		}

		/** Who is interrupted meanwhile reads by itself, which the driver then ends. */
		Outcome<K, V> await() {
			try {
				return this.outcome.get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				this.outcome.complete(new ReadAlone<>());
				return this.outcome.join();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex);
			}
		}

		Map<K, V> ownOf(Map<K, V> found) {
			Map<K, V> own = new LinkedHashMap<>();
			for (K key : this.keys) {
				V value = found.get(key);
				if (value != null) {
					own.put(key, value);
				}
			}
			return own;
		}

	}

	/** How waiting ends. */
	private sealed interface Outcome<K, V> {

	}

	private record ReadForAll<K, V>(List<Turn<K, V>> turns) implements Outcome<K, V> {
	}

	private record WasRead<K, V>(Map<K, V> found) implements Outcome<K, V> {
	}

	private record Failed<K, V>(RuntimeException failure) implements Outcome<K, V> {
	}

	private record ReadAlone<K, V>() implements Outcome<K, V> {
	}

}
