package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** How many articles have what, in one language. */
final class Lexicon {

	private Lexicon() {
	}

	/**
	 * How many articles have each of some terms.
	 * @param reader the index
	 * @param field the field with the terms
	 * @param hashes the terms in ascending order
	 */
	static int[] frequencies(IndexReader reader, String field, int[] hashes) throws IOException {
		int[] frequencies = new int[hashes.length];
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (LeafReaderContext leaf : reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			if (terms != null) {
				add(terms.iterator(), hashes, term, frequencies);
			}
		}
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

}
