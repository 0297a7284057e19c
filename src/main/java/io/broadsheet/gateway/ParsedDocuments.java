package io.broadsheet.gateway;

import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import io.broadsheet.graph.Caches;

/** Documents that were parsed and found valid, so that the next one need not be. */
class ParsedDocuments {

	/**
	 * All texts together, in characters; what they are parsed to is many times as much.
	 */
	private static final long CAPACITY = 2_000_000;

	private final Cache<Key, PreparsedDocumentEntry> entries = Caches.newBuilder()
		.maximumWeight(CAPACITY)
		.weigher((Key key, PreparsedDocumentEntry entry) -> key.text().length())
		.build();

	/**
	 * What a text is parsed to.
	 * @param isDeferrable whether fragments may be deferred, for which there are rules
	 * @param parse parses it
	 */
	PreparsedDocumentEntry get(String text, boolean isDeferrable, Supplier<PreparsedDocumentEntry> parse) {
		Key key = new Key(text, isDeferrable);
		PreparsedDocumentEntry known = this.entries.getIfPresent(key);
		if (known != null) {
			return known;
		}
		PreparsedDocumentEntry entry = parse.get();
		if (!entry.hasErrors()) {
			this.entries.put(key, entry);
		}
		return entry;
	}

	private record Key(String text, boolean isDeferrable) {
	}

}
