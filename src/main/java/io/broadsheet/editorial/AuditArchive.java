package io.broadsheet.editorial;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.Archive;
import org.bson.Document;

import org.springframework.stereotype.Repository;

/** The {@link AuditLog} as a backup has it. */
@Repository
class AuditArchive extends Archive {

	AuditArchive(MongoDatabase database) {
		super(database.getCollection("auditLog"), "AuditEntry", "audit entries");
	}

	@Override
	protected Document restorable(Document document) {
		AuditLog.read(document);
		return document;
	}

}
