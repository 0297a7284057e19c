package io.broadsheet.editorial;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.broadsheet.graph.NodeId;
import org.bson.conversions.Bson;

/**
 * In which order drafts are listed. Drafts that are alike in it are ordered by their ids,
 * so that each has a place of its own.
 *
 * @param field by what
 * @param direction which way
 */
record DraftOrder(Field field, Direction direction) {

	static final DraftOrder LAST_CHANGED_FIRST = new DraftOrder(Field.UPDATED_AT, Direction.DESC);

	private static final String ID = "_id";

	/** By what drafts are ordered. */
	enum Field {

		/** When they last changed. */
		UPDATED_AT(DraftRepository.CHANGED_AT),
		/** When they were begun. */
		CREATED_AT(DraftRepository.BEGUN_AT),
		/** Their headlines, without regard to capitals and accents. */
		HEADLINE(DraftDocuments.HEADLINE_KEY);

		private final String stored;

		Field(String stored) {
			this.stored = stored;
		}

	}

	/** Which way an order goes. */
	enum Direction {

		/** The earliest or the first of the alphabet first. */
		ASC,
		/** The latest or the last of the alphabet first. */
		DESC

	}

	/** What the store is to sort by. */
	Bson sort() {
		return isAscending() ? Indexes.ascending(this.field.stored, ID) : Indexes.descending(this.field.stored, ID);
	}

	/** What comes after a place. */
	Bson after(byte[] place) {
		String id = id(place);
		return isAscending() ? greater(place, Filters.gt(ID, id)) : less(place, Filters.lt(ID, id));
	}

	/** What comes before a place, and what stands there. */
	Bson upTo(byte[] place) {
		String id = id(place);
		return isAscending() ? less(place, Filters.lte(ID, id)) : greater(place, Filters.gte(ID, id));
	}

	/** The place of a draft. */
	byte[] place(Draft draft) {
		byte[] key = switch (this.field) {
			case UPDATED_AT -> bytes(draft.latest().at());
			case CREATED_AT -> bytes(draft.origin().at());
			case HEADLINE -> DraftWords.key(draft.content().headline()).getBytes(StandardCharsets.UTF_8);
		};
		byte[] id = draft.id().value().getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(id.length + key.length).put(id).put(key).array();
	}

	private Bson greater(byte[] place, Bson amongEquals) {
		Object value = value(place);
		return Filters.or(Filters.gt(this.field.stored, value),
				Filters.and(Filters.eq(this.field.stored, value), amongEquals));
	}

	private Bson less(byte[] place, Bson amongEquals) {
		Object value = value(place);
		return Filters.or(Filters.lt(this.field.stored, value),
				Filters.and(Filters.eq(this.field.stored, value), amongEquals));
	}

	private boolean isAscending() {
		return this.direction == Direction.ASC;
	}

	private Object value(byte[] place) {
		byte[] key = Arrays.copyOfRange(place, NodeId.LENGTH, place.length);
		return switch (this.field) {
			case UPDATED_AT, CREATED_AT -> Instant.ofEpochMilli(ByteBuffer.wrap(key).getLong());
			case HEADLINE -> new String(key, StandardCharsets.UTF_8);
		};
	}

	private static String id(byte[] place) {
		return new String(place, 0, NodeId.LENGTH, StandardCharsets.US_ASCII);
	}

	private static byte[] bytes(Instant moment) {
		return ByteBuffer.allocate(Long.BYTES).putLong(moment.toEpochMilli()).array();
	}

}
