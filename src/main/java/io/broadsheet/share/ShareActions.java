package io.broadsheet.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Insertion;
import io.broadsheet.store.Patience;
import io.broadsheet.store.Preparation;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Repository;

/**
 * The collection {@code shareActions}, the truth about shares. The actions of one article
 * by one channel are numbered without a gap: an action takes the next number and its
 * idempotency key in one insert, which either gets both or neither. So the highest number
 * is the count, and nothing has to be added up that a crash could cut in two.
 */
@Repository
class ShareActions implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ShareActions.class);

	private static final int SCHEMA_VERSION = 1;

	/**
	 * So many of those that were stored last, which their ids tell, as begin with the
	 * time.
	 */
	private static final int RECENT = 1_000;

	private final MongoCollection<Document> collection;

	private final ShareTallies tallies;

	/**
	 * Keeps this instance's threads from racing for the same numbers; as many as that
	 * needs.
	 */
	private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

	ShareActions(MongoDatabase database, ShareTallies tallies) {
		this.collection = database.getCollection("shareActions");
		this.tallies = tallies;
	}

	/**
	 * Makes the indexes, and tallies what was stored when a process died before its
	 * tally.
	 */
	@Override
	public void prepare() {
		IndexOptions unique = new IndexOptions().unique(true);
		this.collection.createIndex(Indexes.ascending("idempotencyKey"), unique);
		this.collection.createIndex(Indexes.ascending("article", "channel", "number"), unique);
		this.collection.createIndex(Indexes.descending("at"));
		Map<Tallied, Integer> counts = new HashMap<>();
		this.collection.find()
			.sort(Indexes.descending("_id"))
			.limit(RECENT)
			.forEach((document) -> unlessDamaged(document,
					(action) -> counts.merge(Tallied.by(action), action.number(), Math::max)));
		counts.forEach((tallied, count) -> this.tallies.raise(tallied.article(), tallied.channel(), count));
	}

	/** The action that was recorded under a key. */
	Optional<ShareAction> find(String idempotencyKey) {
		return Optional
			.ofNullable(Patience.with(this.collection.find(Filters.eq("idempotencyKey", idempotencyKey))).first())
			.map(ShareActions::read);
	}

	/**
	 * Records an action, unless one is recorded under its key.
	 * @return the action that is recorded under the key, be it this one or another
	 */
	Recorded record(ShareAction action) {
		Lock lock = this.locks[Math.floorMod(action.article().hashCode() + action.channel().hashCode(),
				this.locks.length)];
		lock.lock();
		try {
			return find(action.idempotencyKey()).map(this::again).orElseGet(() -> insert(action));
		}
		finally {
			lock.unlock();
		}
	}

	/** Reads the actions since a moment, in no order. */
	void forEachSince(Instant start, Consumer<ShareAction> consumer) {
		this.collection.find(Filters.gte("at", start)).forEach((document) -> unlessDamaged(document, consumer));
	}

	/**
	 * Reads the actions of an article that were recorded after those that are known.
	 * @param article the article
	 * @param known the number up to which all are known, by channel
	 * @param start where nothing is known of a channel, since when
	 * @return them, in no order
	 */
	List<ShareAction> after(NodeId article, Map<ShareChannel, Integer> known, Instant start) {
		List<Bson> unknown = Arrays.stream(ShareChannel.values())
			.map((channel) -> Filters.and(Filters.eq("article", article.value()), Filters.eq("channel", channel.name()),
					known.containsKey(channel) ? Filters.gt("number", known.get(channel)) : Filters.gte("at", start)))
			.toList();
		List<ShareAction> actions = new ArrayList<>();
		this.collection.find(Filters.or(unknown)).forEach((document) -> unlessDamaged(document, actions::add));
		return actions;
	}

	private static void unlessDamaged(Document document, Consumer<ShareAction> consumer) {
		ShareAction action;
		try {
			action = read(document);
		}
		catch (RuntimeException ex) {
			logger.error("Left out the damaged share action {}", document.get("_id"), ex);
			return;
		}
		consumer.accept(action);
	}

	/** Whoever recorded it may not have come to count it. */
	private Recorded again(ShareAction recorded) {
		this.tallies.raise(recorded.article(), recorded.channel(), recorded.number());
		return Recorded.before(recorded);
	}

	private Recorded insert(ShareAction action) {
		int number = this.tallies.count(action.article(), action.channel()) + 1;
		while (!Insertion.ifAbsent(this.collection, write(action.numbered(number)))) {
			Optional<ShareAction> same = find(action.idempotencyKey());
			if (same.isPresent()) {
				return Recorded.before(same.get());
			}
			number++;
		}
		this.tallies.raise(action.article(), action.channel(), number);
		return new Recorded(action.numbered(number), true);
	}

	private static Document write(ShareAction action) {
		return new Document("schemaVersion", SCHEMA_VERSION).append("idempotencyKey", action.idempotencyKey())
			.append("article", action.article().value())
			.append("channel", action.channel().name())
			.append("sharer", action.sharer())
			.append("at", action.at())
			.append("number", action.number());
	}

	static ShareAction read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		return new ShareAction(new NodeId(fields.text("article")), ShareChannel.valueOf(fields.text("channel")),
				fields.text("idempotencyKey"), fields.text("sharer"), fields.instant("at"), fields.number("number", 0));
	}

	/**
	 * What is recorded under a key.
	 *
	 * @param action the action
	 * @param now whether it was recorded now, and not before
	 */
	record Recorded(ShareAction action, boolean now) {

		static Recorded before(ShareAction action) {
			return new Recorded(action, false);
		}

	}

	private record Tallied(NodeId article, ShareChannel channel) {

		static Tallied by(ShareAction action) {
			return new Tallied(action.article(), action.channel());
		}

	}

}
