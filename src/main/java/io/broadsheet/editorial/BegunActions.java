package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code begunActions}: what the {@link AuditLog} is to tell as soon as it
 * is done. An action is here before it is begun and until its entry is recorded. What is
 * left here was interrupted, since its process died or the store went away in the middle
 * of it, and is recorded as that by whoever finds it. Its entry has the same id, so that
 * it is recorded once, and by its own process if that lives.
 */
@Repository
class BegunActions implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(BegunActions.class);

	private static final String INTERRUPTED = "The gateway was interrupted in the middle of this: it may have been done or not.";

	/** Longer than an operation may take. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final String ID = "_id";

	private static final String AT = "at";

	private final MongoCollection<Document> collection;

	private final AuditLog log;

	private final Clock clock;

	private volatile boolean prepared;

	BegunActions(MongoDatabase database, AuditLog log, Clock clock) {
		this.collection = database.getCollection("begunActions");
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Records what this or another instance was in the middle of when it was stopped. On
	 * a store that had to be waited for this one may have begun something by now.
	 */
	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(AT));
		begunBefore(this.clock.instant().plus(PATIENCE)).filter((entry) -> !this.log.isOwn(entry))
			.forEach(this::recordInterrupted);
		this.prepared = true;
	}

	@Scheduled(fixedDelay = 5_000)
	void recordWhatWasInterrupted() {
		if (this.prepared) {
			try {
				begunBefore(this.clock.instant().minus(PATIENCE)).forEach(this::recordInterrupted);
			}
			catch (MongoException | Problem.StoreUnavailable ex) {
				logger.debug("The store does not answer", ex);
			}
		}
	}

	/**
	 * Notes that something is about to be done.
	 * @param action what it is, and who does it
	 * @return the entry that is to be recorded when it was done
	 */
	AuditEntry begin(AuditEntry.Done action) {
		AuditEntry entry = this.log.next(action);
		this.collection.insertOne(AuditLog.write(entry));
		return entry;
	}

	/** Records what was begun, and was done. */
	void record(AuditEntry entry) {
		this.log.record(entry);
		forget(entry);
	}

	/** Forgets what was begun, and was not done. */
	void forget(AuditEntry entry) {
		this.collection.deleteOne(Filters.eq(ID, entry.id()));
	}

	/**
	 * Does something, and records it if it was done.
	 * @param action what it is, and on whose behalf it is done
	 * @param doing does it, and tells whether it did
	 * @return whether it was done
	 */
	boolean recorded(AuditEntry.Done action, BooleanSupplier doing) {
		AuditEntry entry = begin(action);
		boolean done = doing.getAsBoolean();
		if (done) {
			record(entry);
		}
		else {
			forget(entry);
		}
		return done;
	}

	private Stream<AuditEntry> begunBefore(Instant moment) {
		return this.collection.find(Filters.lt(AT, moment)).map(AuditLog::read).into(new ArrayList<>()).stream();
	}

	/** A step that somebody took again meanwhile need not be told twice. */
	private void recordInterrupted(AuditEntry entry) {
		if (!this.log.tellsOf(entry)) {
			logger.warn("{} by {} on {} was interrupted", entry.action(), entry.by(), entry.targetId());
			this.log.recordInterrupted(entry.on(entry.targetId(), INTERRUPTED));
		}
		forget(entry);
	}

}
