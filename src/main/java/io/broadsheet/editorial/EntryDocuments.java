package io.broadsheet.editorial;

import io.broadsheet.store.StoredFields;
import org.bson.Document;

/** How {@link Draft.Entry} is stored, within drafts and within revisions. */
final class EntryDocuments {

	static final String REVISION = "revision";

	static final String AT = "at";

	private EntryDocuments() {
	}

	static Document write(Draft.Entry entry) {
		return new Document(REVISION, entry.revision()).append(AT, entry.at())
			.append("by", entry.by())
			.append("action", entry.step().action())
			.append("changedFields", entry.changedFields());
	}

	static Draft.Entry read(Document document) {
		StoredFields fields = StoredFields.within(document);
		return new Draft.Entry(fields.number(REVISION), fields.instant(AT), fields.text("by"),
				Step.of(fields.text("action")), fields.texts("changedFields"));
	}

}
