package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * How many articles have what: of those that are there now, whatever the index still
 * keeps of others.
 */
final class Lexicon {

	private static final int[] NOTHING = {};

	private final IndexReader reader;

	private final Departed departed;

	private final Map<String, int[]> left;

	private final Map<String, int[]> joined;

	private Lexicon(IndexReader reader, Departed departed, Map<String, int[]> left, Map<String, int[]> joined) {
		this.reader = reader;
		this.departed = departed;
		this.left = left;
		this.joined = joined;
	}

	/**
	 * @param reader the state of the index
	 * @param departed knows what the index keeps of articles that are gone
	 */
	Lexicon(IndexReader reader, Departed departed) {
		this(reader, departed, Map.of(), Map.of());
	}

	/**
	 * What there would be to know if an article were published.
	 * @param old what is published of it, if anything
	 * @param article the article
	 */
	Lexicon with(@Nullable Traits old, Traits article) {
		return new Lexicon(this.reader, this.departed, (old != null) ? RelatedFields.terms(old) : Map.of(),
				RelatedFields.terms(article));
	}

	/** How many articles a language has. */
	int articles(String language) throws IOException {
		return frequency(RelatedFields.LANGUAGES, TermCounts.hash(language));
	}

	/** How many articles have a term. */
	int frequency(String field, int hash) throws IOException {
		return frequencies(field, new int[] { hash })[0];
	}

	/**
	 * How many articles have each of some terms.
	 * @param field the field with the terms
	 * @param hashes the terms in ascending order
	 */
	int[] frequencies(String field, int[] hashes) throws IOException {
		int[] frequencies = new int[hashes.length];
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (LeafReaderContext leaf : this.reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			if (terms != null) {
				add(terms.iterator(), hashes, term, frequencies);
				this.departed.in(leaf.reader()).subtract(field, hashes, frequencies);
			}
		}
		addEach(hashes, this.joined.getOrDefault(field, NOTHING), 1, frequencies);
		addEach(hashes, this.left.getOrDefault(field, NOTHING), -1, frequencies);
		return frequencies;
	}

	private static void add(TermsEnum terms, int[] hashes, BytesRef term, int[] frequencies) throws IOException {
		for (int i = 0; i < hashes.length; i++) {
			TermCounts.write(hashes[i], term);
			if (terms.seekExact(term)) {
				frequencies[i] += terms.docFreq();
			}
		}
	}

	private static void addEach(int[] hashes, int[] ofArticle, int number, int[] frequencies) {
		for (int i = 0; ofArticle.length > 0 && i < hashes.length; i++) {
			if (Arrays.binarySearch(ofArticle, hashes[i]) >= 0) {
				frequencies[i] += number;
			}
		}
	}

}
