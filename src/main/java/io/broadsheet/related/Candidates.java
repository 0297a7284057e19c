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
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that have most of a question's seeds. One sum is kept for each
 * article of a segment; the arrays are used again for the next question.
 */
final class Candidates {

	private final IndexReader reader;

	private float[] sums = {};

	Candidates(IndexReader reader) {
		this.reader = reader;
	}

	/**
	 * Finds candidates.
	 * @param question the question
	 * @param most how many are wanted
	 * @param eligible tells by segment which articles may be found
	 * @return the numbers of their documents in ascending order
	 */
	int[] find(Question question, int most, Filter eligible) throws IOException {
		LongHeap best = new LongHeap(most);
		for (LeafReaderContext leaf : this.reader.leaves()) {
			if (addUp(leaf, question.seeds())) {
				collect(leaf, eligible.in(leaf), best, most);
			}
		}
		int[] docs = new int[best.size()];
		for (int i = 0; i < docs.length; i++) {
			docs[i] = Best.number(best.pop());
		}
		Arrays.sort(docs);
		return docs;
	}

	private boolean addUp(LeafReaderContext leaf, List<Question.Seed> seeds) throws IOException {
		int size = leaf.reader().maxDoc();
		if (this.sums.length < size) {
			this.sums = new float[size];
		}
		boolean found = false;
		String field = null;
		TermsEnum terms = TermsEnum.EMPTY;
		PostingsEnum postings = null;
		BytesRef term = new BytesRef(TermCounts.BYTES);
		for (Question.Seed seed : seeds) {
			if (!seed.field().equals(field)) {
				field = seed.field();
				terms = iterator(leaf.reader().terms(field));
			}
			TermCounts.write(seed.hash(), term);
			if (terms.seekExact(term)) {
				postings = terms.postings(postings, PostingsEnum.FREQS);
				addUp(postings, seed);
				found = true;
			}
		}
		return found;
	}

	private void addUp(PostingsEnum postings, Question.Seed seed) throws IOException {
		for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
			this.sums[doc] += seed.weight() * seed.saturation().of(postings.freq());
		}
	}

	private void collect(LeafReaderContext leaf, Eligibility eligible, LongHeap best, int most) throws IOException {
		for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
			float sum = this.sums[doc];
			if (sum > 0) {
				this.sums[doc] = 0;
				long entry = Best.entry(sum, leaf.docBase + doc);
				if ((best.size() < most || entry > best.top()) && eligible.test(doc)) {
					keep(entry, best, most);
				}
			}
		}
	}

	private static void keep(long entry, LongHeap best, int most) {
		if (best.size() < most) {
			best.push(entry);
		}
		else {
			best.updateTop(entry);
		}
	}

	private static TermsEnum iterator(@Nullable Terms terms) throws IOException {
		return (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
	}

	/** Tells by segment which articles may be found. */
	interface Filter {

		Eligibility in(LeafReaderContext leaf) throws IOException;

	}

}
