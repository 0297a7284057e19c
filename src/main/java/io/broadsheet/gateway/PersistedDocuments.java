package io.broadsheet.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import org.jspecify.annotations.Nullable;

/**
 * The documents that clients have sent with their hashes, to ask for them by hash alone
 * from then on: automatic persisted queries. The least useful go when there are too many.
 */
class PersistedDocuments {

	/** All texts together, in characters. */
	private static final long CAPACITY = 4_000_000;

	private final Cache<String, String> texts = Caches.newBuilder()
		.maximumWeight(CAPACITY)
		.weigher((String hash, String text) -> hash.length() + text.length())
		.build();

	@Nullable String find(String hash) {
		return this.texts.getIfPresent(hash);
	}

	/**
	 * Keeps a document.
	 * @param hash the SHA-256 of its text
	 */
	void keep(String hash, String text) {
		this.texts.put(hash, text);
	}

}
