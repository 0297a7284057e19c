package io.broadsheet.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How the questions were spelled whose answers are kept, so that the same bytes need not
 * be read a second time. They have an eighth of the room of what is kept.
 */
@Component
class Spellings {

	private final Cache<Spelling, Meaning> meanings;

	Spellings(CacheSettings settings) {
		this.meanings = Caches.newBuilder()
			.maximumWeight(settings.roomForRequests())
			.weigher((Spelling spelling, Meaning meaning) -> spelling.weight() + meaning.question().weight())
			.build();
	}

	/** What a spelling means; null if that is not known. */
	@Nullable Meaning find(Spelling spelling) {
		return this.meanings.getIfPresent(spelling);
	}

	/** Remembers what a spelling means. */
	void learn(Spelling spelling, Meaning meaning) {
		this.meanings.put(spelling, meaning);
	}

	/**
	 * What a request wants.
	 *
	 * @param question what it asks
	 * @param type the media type of the answer
	 */
	record Meaning(Question question, ResponseType type) {
	}

}
