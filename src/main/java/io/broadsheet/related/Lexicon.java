package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermState;
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

	private final Segments segments;

	private final Map<String, int[]> left;

	private final Map<String, int[]> joined;

	private Lexicon(IndexReader reader, Segments segments, Map<String, int[]> left, Map<String, int[]> joined) {
		this.reader = reader;
		this.segments = segments;
		this.left = left;
		this.joined = joined;
	}

	/**
	 * @param reader the state of the index
	 * @param segments knows what the index does not tell of its segments
	 */
	Lexicon(IndexReader reader, Segments segments) {
		this(reader, segments, Map.of(), Map.of());
	}

	/**
	 * What there would be to know if an article were published.
	 * @param old what is published of it, if anything
	 * @param article the article
	 */
	Lexicon with(@Nullable Subject old, Subject article) {
		return new Lexicon(this.reader, this.segments, terms(old), terms(article));
	}

	private static Map<String, int[]> terms(@Nullable Subject article) {
		return (article != null) ? RelatedFields.terms(article.traits(), article.pairs()) : Map.of();
	}

	/** How many articles a language has. */
	int articles(String language) throws IOException {
		return find(RelatedFields.LANGUAGES, new int[] { TermCounts.hash(language) }).frequencies()[0];
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
	 * How many articles have each of some pairs; or less, where it is less than what is
	 * wanted.
	 * @param field the field with the pairs
	 * @param pairs the pairs in ascending order
	 * @param least what is wanted
	 */
	Found pairs(String field, int[] pairs, int least) throws IOException {
		@Nullable PairSketch[] sketches = sketches(field);
		int[] most = new int[pairs.length];
		for (PairSketch sketch : sketches) {
			if (sketch != null) {
				Arrays.setAll(most, (i) -> most[i] + sketch.most(pairs[i]));
			}
		}
		int enough = this.joined.isEmpty() ? least : least - 1;
		int[] likely = IntStream.range(0, pairs.length).filter((i) -> most[i] >= enough).toArray();
		return find(field, Arrays.stream(likely).map((i) -> pairs[i]).toArray(), sketches).spread(likely, pairs.length);
	}

	/** What is known of the pairs of each segment; null where there are none. */
	private @Nullable PairSketch[] sketches(String field) throws IOException {
		@Nullable PairSketch[] sketches = new PairSketch[this.reader.leaves().size()];
		for (LeafReaderContext leaf : this.reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			if (terms != null) {
				sketches[leaf.ord] = this.segments.pairs(leaf.reader()).of(field, terms);
			}
		}
		return sketches;
	}

	/**
	 * Finds terms.
	 * @param field the field with the terms
	 * @param hashes the terms in ascending order
	 */
	Found find(String field, int[] hashes) throws IOException {
		return find(field, hashes, new PairSketch[this.reader.leaves().size()]);
	}

	/** Looks only where a segment's sketch, if there is one, does not rule a term out. */
	private Found find(String field, int[] hashes, @Nullable PairSketch[] sketches) throws IOException {
		int[] frequencies = new int[hashes.length];
		@Nullable TermState[][] places = new TermState[this.reader.leaves().size()][hashes.length];
		for (LeafReaderContext leaf : this.reader.leaves()) {
			Terms terms = leaf.reader().terms(field);
			if (terms != null) {
				find(terms.iterator(), hashes, sketches[leaf.ord], frequencies, places[leaf.ord]);
			}
		}
		adjust(field, hashes, frequencies);
		return new Found(frequencies, places);
	}

	private static void find(TermsEnum terms, int[] hashes, @Nullable PairSketch sketch, int[] frequencies,
			@Nullable TermState[] places) throws IOException {
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (int i = 0; i < hashes.length; i++) {
			TermCounts.write(hashes[i], term);
			if ((sketch == null || sketch.most(hashes[i]) > 0) && terms.seekExact(term)) {
				frequencies[i] += terms.docFreq();
				places[i] = terms.termState();
			}
		}
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
