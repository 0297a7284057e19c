package io.broadsheet.editorial;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.Archive;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * Earlier revisions as a backup has them, taken out after their drafts. Those that came
 * about meanwhile are later than the draft that was taken out; put back, they would be in
 * the way of what is made of it from there on.
 */
@Repository
@Order(2)
class RevisionArchive extends Archive {

	private final RevisionRepository revisions;

	private final DraftRepository drafts;

	RevisionArchive(MongoDatabase database, RevisionRepository revisions, DraftRepository drafts) {
		super(database.getCollection("revisions"), "Revision", "revisions");
		this.revisions = revisions;
		this.drafts = drafts;
	}

	@Override
	protected @Nullable Document restorable(Document document) {
		Revision revision = this.revisions.read(document);
		if (!RevisionRepository.id(revision.draft(), revision.revision()).equals(document.get("_id"))) {
			throw new IllegalStateException("its id is not that of its draft and number");
		}
		Draft draft = this.drafts.find(revision.draft());
		return (draft != null && revision.revision() < draft.revision()) ? document : null;
	}

}
