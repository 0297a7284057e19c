package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/**
 * Finds the articles that have most of a question's seeds and pairs. Two sums are kept
 * for each article of the index, 8 bytes; the arrays are used again for the next
 * question.
 */
final class Candidates {

	/** So many articles are looked over at once. */
	private static final int SOME = 256;

	private final IndexReader reader;

	private final float[] seeds;

	private final float[] pairs;

	Candidates(IndexReader reader) {
		this.reader = reader;
		this.seeds = new float[reader.maxDoc()];
		this.pairs = new float[reader.maxDoc()];
	}

	/**
	 * Finds candidates.
	 * @param question the question
	 * @param most how many are wanted
	 * @param eligible tells by segment which articles may be found
	 * @return them by the numbers of their documents in ascending order
	 */
	List<Candidate> find(Question question, int most, Filter eligible) throws IOException {
		LongHeap best = new LongHeap(most);
		for (LeafReaderContext leaf : this.reader.leaves()) {
			for (Seeds some : question.seeds()) {
				addUp(leaf, some, this.seeds);
			}
			question.pairSeeds().addUp(leaf.ord, leaf.docBase, this.pairs);
			collect(leaf, question.pairsFactor(), eligible.in(leaf), best, most);
		}
		int[] docs = new int[best.size()];
		for (int i = 0; i < docs.length; i++) {
			docs[i] = Best.number(best.pop());
		}
		Arrays.sort(docs);
		List<Candidate> found = Arrays.stream(docs).mapToObj((doc) -> new Candidate(doc, this.pairs[doc])).toList();
		Arrays.fill(this.seeds, 0);
		Arrays.fill(this.pairs, 0);
		return found;
	}

	private static void addUp(LeafReaderContext leaf, Seeds seeds, float[] sums) throws IOException {
		Terms terms = leaf.reader().terms(seeds.field());
		if (terms == null) {
			return;
		}
		TermsEnum each = terms.iterator();
		PostingsEnum postings = null;
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (int i = 0; i < seeds.size(); i++) {
			if (seeds.seek(i, each, term)) {
				postings = each.postings(postings, PostingsEnum.FREQS);
				addUp(postings, seeds.weight(i), seeds.saturation(), leaf.docBase, sums);
			}
		}
	}

	private static void addUp(PostingsEnum postings, float weight, Frequency.Saturation saturation, int docBase,
			float[] sums) throws IOException {
		for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
			sums[docBase + doc] += weight * saturation.of(postings.freq());
		}
	}

	private void collect(LeafReaderContext leaf, float pairsFactor, Eligibility eligible, LongHeap best, int most)
			throws IOException {
		int end = leaf.docBase + leaf.reader().maxDoc();
		for (int start = leaf.docBase; start < end; start += SOME) {
			int until = Math.min(start + SOME, end);
			if (highest(start, until, pairsFactor) >= least(best, most)) {
				collect(start, until, leaf.docBase, pairsFactor, eligible, best, most);
			}
		}
	}

	/** Most articles are passed over by this, which processors do many at a time. */
	private float highest(int start, int end, float pairsFactor) {
		float highest = 0;
		for (int doc = start; doc < end; doc++) {
			highest = Math.max(highest, this.seeds[doc] + pairsFactor * this.pairs[doc]);
		}
		return highest;
	}

	private void collect(int start, int end, int base, float pairsFactor, Eligibility eligible, LongHeap best, int most)
			throws IOException {
		float enough = least(best, most);
		for (int doc = start; doc < end; doc++) {
			float sum = this.seeds[doc] + pairsFactor * this.pairs[doc];
			if (sum >= enough && Best.entry(sum, doc) > lowest(best, most) && eligible.test(doc - base)) {
				keep(Best.entry(sum, doc), best, most);
				enough = least(best, most);
			}
		}
	}

	/** What an article must have at least to be kept; told first, as few articles do. */
	private static float least(LongHeap best, int most) {
		return Math.max(Float.MIN_VALUE, Best.value(lowest(best, most)));
	}

	private static long lowest(LongHeap best, int most) {
		return (best.size() < most) ? 0 : best.top();
	}

	private static void keep(long entry, LongHeap best, int most) {
		if (best.size() < most) {
			best.push(entry);
		}
		else {
			best.updateTop(entry);
		}
	}

	/** Tells by segment which articles may be found. */
	interface Filter {

		Eligibility in(LeafReaderContext leaf) throws IOException;

	}

	/**
	 * An article that may stand beside another.
	 *
	 * @param doc its document
	 * @param pairs what the pairs are worth that it has in common with the other
	 */
	record Candidate(int doc, float pairs) {
	}

}
