package io.broadsheet.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import graphql.language.Document;
import org.jspecify.annotations.Nullable;

/** The documents that clients are trusted with, as they are now. */
class TrustedDocuments {

	private volatile Known known = new Known(Map.of(), Set.of());

	/** Puts documents in the place of those before. */
	void replace(Collection<TrustedDocument> documents) {
		Map<String, TrustedDocument> byId = new HashMap<>();
		Set<String> meanings = new HashSet<>();
		for (TrustedDocument document : documents) {
			byId.putIfAbsent(TrustedDocument.hash(document.text()), document);
			meanings.add(TrustedDocument.meaning(document.document()));
		}
		documents.forEach((document) -> byId.put(document.id(), document));
		this.known = new Known(byId, meanings);
	}

	/** The document with an id, or whose text has it for its SHA-256. */
	@Nullable TrustedDocument find(String id) {
		return this.known.byId().get(id);
	}

	/** Whether a document is one of them but for its layout. */
	boolean contains(Document document) {
		Set<String> meanings = this.known.meanings();
		return !meanings.isEmpty() && meanings.contains(TrustedDocument.meaning(document));
	}

	private record Known(Map<String, TrustedDocument> byId, Set<String> meanings) {
	}

}
