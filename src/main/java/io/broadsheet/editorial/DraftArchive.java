package io.broadsheet.editorial;

import java.util.List;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.Archive;
import org.bson.Document;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * Drafts as a backup has them. A draft comes back as it was, but never in the middle of
 * its publication: that would give readers, when the gateway starts, what nobody there
 * has asked for.
 */
@Repository
@Order(1)
class DraftArchive extends Archive {

	private final DraftDocuments documents;

	DraftArchive(MongoDatabase database, DraftDocuments documents) {
		super(database.getCollection("drafts"), "Draft", "drafts");
		this.documents = documents;
	}

	@Override
	protected Document restorable(Document document) {
		document.remove(DraftDocuments.PUBLISHING);
		return this.documents.write(this.documents.read(document));
	}

	@Override
	protected List<String> derived() {
		return List.of(DraftDocuments.HEADLINE_KEY, DraftDocuments.WORDS);
	}

}
