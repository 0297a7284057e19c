package io.broadsheet.related;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/** What one state of the index knows of pairs; opened once for all that is asked. */
final class PairsIndex {

	private final List<LeafReaderContext> leaves;

	/** By field, one a language, and segment. */
	private final Map<String, @Nullable PairPostings[]> opened = new HashMap<>();

	PairsIndex(IndexReader reader) {
		this.leaves = reader.leaves();
	}

	/**
	 * Looks up pairs.
	 * @param field the field with the pairs
	 * @param pairs the pairs in ascending order
	 */
	FoundPairs find(String field, int[] pairs) throws IOException {
		return new FoundPairs(postings(field), pairs);
	}

	/**
	 * An article's pairs.
	 * @param doc the article's document
	 * @param language the article's language
	 */
	TermCounts ofArticle(int doc, String language) throws IOException {
		int segment = ReaderUtil.subIndex(doc, this.leaves);
		LeafReaderContext leaf = this.leaves.get(segment);
		String field = RelatedFields.pairs(language);
		@Nullable PairPostings[] postings = postings(field);
		PairPostings known = postings[segment];
		if (known == null || known.docID() > doc - leaf.docBase) {
			known = PairPostings.of(leaf.reader(), field);
			postings[segment] = known;
		}
		if (known == null || !known.advanceExact(doc - leaf.docBase)) {
			throw new IOException("The index has no pairs of document %d".formatted(doc));
		}
		return new StoredPairs(known.binaryValue()).terms();
	}

	private @Nullable PairPostings[] postings(String field) throws IOException {
		@Nullable PairPostings[] known = this.opened.get(field);
		if (known == null) {
			known = new PairPostings[this.leaves.size()];
			for (LeafReaderContext leaf : this.leaves) {
				known[leaf.ord] = PairPostings.of(leaf.reader(), field);
			}
			this.opened.put(field, known);
		}
		return known;
	}

}
