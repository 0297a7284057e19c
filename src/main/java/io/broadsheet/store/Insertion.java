package io.broadsheet.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Inserting what may be there already. */
public final class Insertion {

	private Insertion() {
	}

	/**
	 * Inserts a document.
	 * @param collection where to
	 * @param document the document
	 * @return false if another one has its id or another unique value of it
	 */
	public static boolean ifAbsent(MongoCollection<Document> collection, Document document) {
		try {
			collection.insertOne(document);
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
				return false;
			}
			throw ex;
		}
	}

}
