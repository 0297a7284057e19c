package io.broadsheet.related;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

import org.springframework.stereotype.Component;

/**
 * What the index still keeps of articles that are gone or were written anew. It counts
 * their terms until their segment is merged with others, which happens at some time; with
 * this nobody sees a difference. Each segment has one entry, removed when it is closed.
 */
@Component
class Departed {

	private final Map<IndexReader.CacheKey, DepartedTerms> bySegment = new ConcurrentHashMap<>();

	/** The terms of a segment's articles that are not there in the state that is read. */
	DepartedTerms in(LeafReader segment) throws IOException {
		IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
		if (segment.getLiveDocs() == null || cache == null) {
			return DepartedTerms.NONE;
		}
		DepartedTerms known = this.bySegment.get(cache.getKey());
		if (known == null) {
			cache.addClosedListener(this.bySegment::remove);
			known = DepartedTerms.NONE;
		}
		DepartedTerms now = known.asOf(segment);
		this.bySegment.put(cache.getKey(), now);
		return now;
	}

}
