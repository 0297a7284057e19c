package io.broadsheet.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * A collection that readers never get, but that a backup has to have: an export takes its
 * documents out, and an import puts those back that are not there, under the same ids. A
 * line is a document in MongoDB's
 * <a href="https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/">Extended
 * JSON</a>, with {@code "type"} before it.
 */
public abstract class Archive {

	private static final String ID = "_id";

	private static final String TYPE = "type";

	private static final int BATCH = 100;

	private static final JsonWriterSettings READABLE = JsonWriterSettings.builder()
		.outputMode(JsonMode.RELAXED)
		.build();

	private final MongoCollection<Document> collection;

	private final String type;

	private final String noun;

	/**
	 * @param collection the collection
	 * @param type what its lines say that they are
	 * @param noun what people call its documents, in the plural
	 */
	protected Archive(MongoCollection<Document> collection, String type, String noun) {
		this.collection = collection;
		this.type = type;
		this.noun = noun;
	}

	/** What its lines say that they are. */
	public final String type() {
		return this.type;
	}

	/** What people call its documents, in the plural. */
	public final String noun() {
		return this.noun;
	}

	/** What the file of its lines is called. */
	public final String file() {
		return this.noun.replace(' ', '-') + ".ndjson";
	}

	/**
	 * Takes all documents out, in the order of their ids. These are ordered here, since
	 * the embedded store would put whole documents into memory to order them.
	 * @param taker is given each as a line
	 */
	public final void forEach(Consumer<String> taker) {
		List<Object> ids = new ArrayList<>();
		this.collection.find().projection(Projections.include(ID)).forEach((document) -> ids.add(document.get(ID)));
		ids.sort(Comparator.comparing(Object::toString));
		ids.stream().gather(Gatherers.windowFixed(BATCH)).forEach((some) -> {
			Map<Object, Document> found = new HashMap<>();
			this.collection.find(Filters.in(ID, some))
				.projection(Projections.exclude(derived()))
				.batchSize(BATCH + 1)
				.forEach((document) -> found.put(document.get(ID), document));
			some.stream().map(found::get).filter(Objects::nonNull).map(this::line).forEach(taker);
		});
	}

	/**
	 * Puts a document back, unless one is there under its id, which may have been worked
	 * on since.
	 * @param line the document as a line
	 * @return whether it was put back
	 * @throws UnfitDocument if it cannot be put back
	 */
	public final boolean restore(String line) throws UnfitDocument {
		Document document = read(line);
		if (document == null) {
			return false;
		}
		if (Insertion.ifAbsent(this.collection, document)) {
			restored(document);
			return true;
		}
		if (this.collection.find(Filters.eq(ID, document.get(ID))).first() == null) {
			throw new UnfitDocument("Something else is stored in its place.");
		}
		return false;
	}

	/**
	 * Makes of a document that was taken out what is to be stored.
	 * @param document the document
	 * @return it, with all that is derived; null if it is of no use without what is not
	 * there, such as a revision of a draft that was begun while the export ran
	 * @throws RuntimeException if it is damaged
	 */
	protected abstract @Nullable Document restorable(Document document);

	/** Fields that are derived from others, and need not be taken out. */
	protected List<String> derived() {
		return List.of();
	}

	/**
	 * Called when a document was put back, to derive from it what is stored elsewhere.
	 */
	protected void restored(Document document) {
	}

	private @Nullable Document read(String line) throws UnfitDocument {
		try {
			Document document = Document.parse(line);
			document.remove(TYPE);
			return restorable(document);
		}
		catch (RuntimeException ex) {
			throw new UnfitDocument("It is damaged: " + ex.getMessage() + ".");
		}
	}

	private String line(Document document) {
		Document line = new Document(TYPE, this.type);
		line.putAll(document);
		return line.toJson(READABLE);
	}

}
