package io.broadsheet.search;

import java.util.UUID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import org.springframework.stereotype.Repository;

/**
 * The store's own name, made at the first start and kept in the collection
 * {@code identity}. An index that was made of another store's content is told by it.
 */
@Repository
class StoreIdentity {

	private static final int SCHEMA_VERSION = 1;

	private final MongoCollection<Document> collection;

	StoreIdentity(MongoDatabase database) {
		this.collection = database.getCollection("identity");
	}

	/** The store's name. */
	String name() {
		Document known = this.collection.find(Filters.eq("_id", "store")).first();
		if (known == null) {
			known = this.collection.findOneAndUpdate(Filters.eq("_id", "store"),
					Updates.combine(Updates.setOnInsert("schemaVersion", SCHEMA_VERSION),
							Updates.setOnInsert("name", UUID.randomUUID().toString())),
					new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
		}
		return (known != null) ? known.getString("name") : "";
	}

}
