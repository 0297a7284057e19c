package io.broadsheet.gateway;

import java.util.Locale;
import java.util.Map;

import graphql.ExecutionInput;
import org.jspecify.annotations.Nullable;

/**
 * By what a request asks for a document that the gateway has.
 *
 * @param id the id of a trusted document
 * @param hash the SHA-256 of its text, as Apollo's automatic persisted queries have it
 */
record DocumentIds(@Nullable String id, @Nullable String hash) {

	/** The extension that has the id, put there by the transport. */
	static final String EXTENSION = "documentId";

	/** Stands for the text where there is none. */
	static final String NO_TEXT = ExecutionInput.PERSISTED_QUERY_MARKER;

	static DocumentIds of(Map<String, ? extends @Nullable Object> extensions) {
		String id = (extensions.get(EXTENSION) instanceof String text) ? text : null;
		String hash = (extensions.get("persistedQuery") instanceof Map<?, ?> persisted
				&& persisted.get("sha256Hash") instanceof String text) ? text.toLowerCase(Locale.ROOT) : null;
		return new DocumentIds(id, hash);
	}

	boolean isEmpty() {
		return this.id == null && this.hash == null;
	}

}
