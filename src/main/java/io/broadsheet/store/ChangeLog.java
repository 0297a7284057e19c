package io.broadsheet.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.broadsheet.graph.NodeId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code changes}. Entries have positions without a gap: an entry takes
 * the position after the last one that is there, and tries again if another writer was
 * faster. So an entry can only follow those that a reader could see before, and nobody
 * who reads on from a position can miss one that was slower than others.
 */
@Repository
@Order(Preparation.CONTENT)
class ChangeLog implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ChangeLog.class);

	private static final int SCHEMA_VERSION = 1;

	/** The writer of an entry that cannot be read. */
	private static final String NOBODY = "";

	private static final int PAGE = 200;

	/** A connection that broke without a sign does not keep the others' changes away. */
	private static final int READ_SECONDS = 3;

	private final MongoCollection<Document> collection;

	private final MongoCollection<Document> reading;

	private final Clock clock;

	private final ReentrantLock appending = new ReentrantLock();

	/**
	 * The last position that was seen to be taken, -1 before there was one. Reading keeps
	 * it near the end: an old position may be free again since its entry was removed, and
	 * nobody would read what is appended there.
	 */
	private final AtomicLong last = new AtomicLong(-1);

	ChangeLog(MongoDatabase database, Clock clock) {
		this.collection = database.getCollection("changes");
		this.reading = this.collection.withTimeout(READ_SECONDS, TimeUnit.SECONDS);
		this.clock = clock;
	}

	/** Makes the index by which old entries are found. */
	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending("at"));
	}

	/**
	 * Appends an entry.
	 * @param entry the entry, whose position is yet to be found
	 * @return its position
	 */
	long append(Entry entry) {
		this.appending.lock();
		try {
			long seen = this.last.get();
			long position = ((seen < 0) ? lastPosition() : seen) + 1;
			while (!Insertion.ifAbsent(this.collection, entry.write(position, Date.from(this.clock.instant())))) {
				position = lastPosition() + 1;
			}
			this.last.set(position);
			return position;
		}
		finally {
			this.appending.unlock();
		}
	}

	/** The position of the last entry, or 0 if there was never one. */
	long lastPosition() {
		Document newest = this.collection.find().sort(Indexes.descending("_id")).limit(1).first();
		long position = (newest != null) ? position(newest) : 0;
		this.last.set(position);
		return position;
	}

	/**
	 * The entries that follow a position, in order and without a gap, so many as one page
	 * has. A store looks for one after the other, so that it may find one that was
	 * appended meanwhile but not the one before, which it had looked for in vain: that
	 * one and what follows it are on the next page.
	 * @param position the position
	 * @return the entries, or nothing if some that followed the position are no more, or
	 * the next one cannot be read
	 */
	Optional<List<Entry>> after(long position) {
		List<Entry> page = page(position + 1);
		boolean isContinued = !page.isEmpty() && page.getFirst().position() == position + 1;
		if (isContinued ? page.getFirst().isDamaged() : isMissing(page.isEmpty() ? position : position + 1)) {
			return Optional.empty();
		}
		List<Entry> unbroken = beforeTheFirstGap(position, page);
		if (!unbroken.isEmpty()) {
			this.last.accumulateAndGet(unbroken.getLast().position(), Math::max);
		}
		return Optional.of(unbroken);
	}

	/** The entries of the page that ends with a position. */
	List<Entry> upTo(long position) {
		return page(position - PAGE + 1).stream()
			.filter((entry) -> entry.position() <= position && !entry.isDamaged())
			.toList();
	}

	/** Gives each entry that was appended since a moment, in no order. */
	void forEachSince(Date moment, Consumer<Entry> taker) {
		this.collection.find(Filters.gte("at", moment)).map(Entry::read).forEach(taker);
	}

	/**
	 * Removes the entries up to the last one that is older, but never the very last. So
	 * no gap comes about where writers' clocks differ.
	 */
	void trim(Date before) {
		Document lastToGo = this.collection.find(Filters.lt("at", before))
			.sort(Indexes.descending("_id"))
			.limit(1)
			.first();
		if (lastToGo != null) {
			this.collection.deleteMany(Filters.lt("_id", Math.min(position(lastToGo) + 1, lastPosition())));
		}
	}

	/**
	 * Whether an entry is no more that was seen, or that one was seen behind; or belongs
	 * to another store.
	 */
	private boolean isMissing(long position) {
		return position > 0 && this.reading.find(Filters.eq("_id", position)).first() == null;
	}

	private static List<Entry> beforeTheFirstGap(long position, List<Entry> page) {
		int length = 0;
		while (length < page.size() && page.get(length).position() == position + 1 + length
				&& !page.get(length).isDamaged()) {
			length++;
		}
		return page.subList(0, length);
	}

	/**
	 * What is there of a page. Entries are asked for one by one since every store finds
	 * an id by its index, but not every one a range.
	 */
	List<Entry> page(long first) {
		List<Long> positions = LongStream.range(first, first + PAGE).boxed().toList();
		List<Entry> entries = new ArrayList<>();
		this.reading.find(Filters.in("_id", positions))
			.sort(Indexes.ascending("_id"))
			.batchSize(PAGE + 1)
			.forEach((document) -> entries.add(Entry.read(document)));
		return entries;
	}

	private static long position(Document document) {
		return StoredFields.within(document).longNumber("_id");
	}

	/**
	 * One thing that a writer tells.
	 *
	 * @param position where it stands; 0 if that is yet to be found
	 * @param writer which process tells it
	 * @param announcement the position of the entry that announced what this one
	 * confirms; null if this one announces
	 * @param nodes the nodes that are or were to be written
	 */
	record Entry(long position, String writer, @Nullable Long announcement, Collection<NodeId> nodes) {

		static Entry announcement(String writer, Collection<NodeId> nodes) {
			return new Entry(0, writer, null, nodes);
		}

		Entry confirmation(long of) {
			return new Entry(0, this.writer, of, this.nodes);
		}

		private Document write(long at, Date now) {
			return new Document("_id", at).append("schemaVersion", SCHEMA_VERSION)
				.append("writer", this.writer)
				.append("announcement", this.announcement)
				.append("nodes", this.nodes.stream().map(NodeId::value).toList())
				.append("at", now);
		}

		private static Entry read(Document document) {
			try {
				StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
				return new Entry(fields.longNumber("_id"), fields.text("writer"),
						fields.optionalLongNumber("announcement"),
						fields.texts("nodes").stream().map(NodeId::new).toList());
			}
			catch (RuntimeException ex) {
				logger.error("A change cannot be read: {}", document.get("_id"), ex);
				return new Entry(ChangeLog.position(document), NOBODY, null, List.of());
			}
		}

		/** Nobody knows what it told. */
		private boolean isDamaged() {
			return NOBODY.equals(this.writer);
		}

	}

}
