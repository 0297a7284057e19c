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

	private final PairsIndex pairs;

	private final Segments segments;

	private final Map<String, int[]> left;

	private final Map<String, int[]> joined;

	private Lexicon(IndexReader reader, PairsIndex pairs, Segments segments, Map<String, int[]> left,
			Map<String, int[]> joined) {
		this.reader = reader;
		this.pairs = pairs;
		this.segments = segments;
		this.left = left;
		this.joined = joined;
	}

	/**
	 * @param reader the state of the index
	 * @param pairs what it knows of pairs
	 * @param segments knows what the index does not tell of its segments
	 */
	Lexicon(IndexReader reader, PairsIndex pairs, Segments segments) {
		this(reader, pairs, segments, Map.of(), Map.of());
	}

	/**
	 * What there would be to know if an article were published.
	 * @param old what is published of it, if anything
	 * @param article the article
	 */
	Lexicon with(@Nullable Subject old, Subject article) {
		return new Lexicon(this.reader, this.pairs, this.segments, terms(old), terms(article));
	}

	private static Map<String, int[]> terms(@Nullable Subject article) {
		return (article != null) ? RelatedFields.terms(article.traits(), article.pairs()) : Map.of();
	}

	/** How many articles a language has. */
	int articles(String language) throws IOException {
		return facts(RelatedFields.LANGUAGES, new int[] { TermCounts.hash(language) })[0];
	}

	/**
	 * How many articles have each of some stems.
	 * @param field the field with the stems
	 * @param stems the stems in ascending order
	 */
	int[] stems(String field, int[] stems) throws IOException {
		int[] frequencies = new int[stems.length];
		for (LeafReaderContext leaf : this.reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			if (terms != null) {
				StemTable table = this.segments.stems(leaf.reader()).of(field, terms);
				Arrays.setAll(frequencies, (i) -> frequencies[i] + table.frequency(stems[i]));
			}
		}
		adjust(field, stems, frequencies);
		return frequencies;
	}

	/**
	 * How many articles have each of some pairs, and where.
	 * @param field the field with the pairs
	 * @param pairs the pairs in ascending order
	 */
	FoundPairs pairs(String field, int[] pairs) throws IOException {
		FoundPairs found = this.pairs.find(field, pairs);
		adjust(field, pairs, found.frequencies());
		return found;
	}

	/**
	 * How many articles have each of some facts, or the like.
	 * @param field the field with the facts
	 * @param hashes the facts in ascending order
	 */
	int[] facts(String field, int[] hashes) throws IOException {
		int[] frequencies = new int[hashes.length];
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (LeafReaderContext leaf : this.reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			TermsEnum each = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
			for (int i = 0; i < hashes.length; i++) {
				TermCounts.write(hashes[i], term);
				frequencies[i] += each.seekExact(term) ? each.docFreq() : 0;
			}
		}
		adjust(field, hashes, frequencies);
		return frequencies;
	}

	/** Takes off what is gone, and adds what is published for a preview's sake. */
	private void adjust(String field, int[] hashes, int[] frequencies) throws IOException {
		for (LeafReaderContext leaf : this.reader.leaves()) {
			this.segments.departed(leaf.reader()).subtract(field, hashes, frequencies);
		}
		addEach(hashes, this.joined.getOrDefault(field, NOTHING), 1, frequencies);
		addEach(hashes, this.left.getOrDefault(field, NOTHING), -1, frequencies);
	}

	private static void addEach(int[] hashes, int[] ofArticle, int number, int[] frequencies) {
		for (int i = 0; ofArticle.length > 0 && i < hashes.length; i++) {
			if (Arrays.binarySearch(ofArticle, hashes[i]) >= 0) {
				frequencies[i] += number;
			}
		}
	}

}
