package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.graph.Caches;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the frequent terms that were searched for last. They are dropped with their
 * segment.
 */
final class FrequentTerms {

	/** How many bytes they may take. */
	private static final int MEMORY = 24 << 20;

	/** A term that fewer articles have is read fast enough. */
	private static final int LEAST = 4096;

	/** So many times rarer than an article a term is still frequent. */
	private static final int RAREST = 16;

	private final Cache<Key, FrequentTerm> terms = Caches.newBuilder()
		.maximumWeight(MEMORY)
		.weigher((Key key, FrequentTerm term) -> term.size())
		.build();

	private final Set<CacheKey> segments = ConcurrentHashMap.newKeySet();

	/**
	 * Whether a term is frequent.
	 * @param frequency how many articles have it
	 * @param reader the segment
	 */
	static boolean isFrequent(int frequency, LeafReader reader) {
		return frequency >= LEAST && frequency >= reader.maxDoc() / RAREST && reader.getCoreCacheHelper() != null;
	}

	/** A frequent term of a segment. */
	FrequentTerm of(Term term, LeafReader reader) {
		CacheHelper segment = reader.getCoreCacheHelper();
		if (segment == null) {
			return read(term, reader);
		}
		if (this.segments.add(segment.getKey())) {
			segment.addClosedListener(this::drop);
		}
		return this.terms.get(new Key(segment.getKey(), term), (key) -> read(term, reader));
	}

	private static FrequentTerm read(Term term, LeafReader reader) {
		try {
			PostingsEnum postings = reader.postings(term, PostingsEnum.FREQS);
			if (postings == null) {
				throw new IOException("The index no longer has %s".formatted(term));
			}
			return FrequentTerm.read(postings, reader.docFreq(term), reader.maxDoc());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void drop(@Nullable CacheKey segment) {
		this.terms.asMap().keySet().removeIf((key) -> key.segment().equals(segment));
		this.segments.removeIf((known) -> known.equals(segment));
	}

	private record Key(CacheKey segment, Term term) {
	}

}
