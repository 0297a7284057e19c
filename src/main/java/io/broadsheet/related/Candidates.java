package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/** Finds the articles that have most of a question's seeds and pairs. */
final class Candidates {

	private final IndexReader reader;

	private final Sums sums;

	Candidates(IndexReader reader) {
		this.reader = reader;
		this.sums = new Sums(reader.maxDoc());
	}

	/**
	 * Finds candidates.
	 * @param question the question
	 * @param most how many are wanted
	 * @param eligible tells by segment which articles may be found
	 * @return them by the numbers of their documents in ascending order
	 */
	List<Candidate> find(Question question, int most, Filter eligible) throws IOException {
		for (LeafReaderContext leaf : this.reader.leaves()) {
			for (Seeds some : question.seeds()) {
				addUp(leaf, some);
			}
			question.pairSeeds().addUp(leaf.ord, leaf.docBase, this.sums);
		}
		LongHeap best = new LongHeap(most);
		BitSetIterator articles = this.sums.articles();
		for (LeafReaderContext leaf : this.reader.leaves()) {
			collect(leaf, articles, question.pairsFactor(), eligible.in(leaf), best, most);
		}
		int[] docs = new int[best.size()];
		for (int i = 0; i < docs.length; i++) {
			docs[i] = Best.number(best.pop());
		}
		Arrays.sort(docs);
		List<Candidate> found = Arrays.stream(docs)
			.mapToObj((doc) -> new Candidate(doc, this.sums.pairs(doc)))
			.toList();
		this.sums.clear();
		return found;
	}

	private void addUp(LeafReaderContext leaf, Seeds seeds) throws IOException {
		Terms terms = leaf.reader().terms(seeds.field());
		if (terms == null) {
			return;
		}
		TermsEnum each = terms.iterator();
		PostingsEnum postings = null;
		BytesRef term = new BytesRef(TermCounts.BYTES);
		DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
		for (int i = 0; i < seeds.size(); i++) {
			if (seeds.seek(i, each, term)) {
				postings = each.postings(postings, PostingsEnum.FREQS);
				addUp(postings, seeds.weight(i), seeds.saturation(), leaf.docBase, block);
			}
		}
	}

	private void addUp(PostingsEnum postings, float weight, Frequency.Saturation saturation, int docBase,
			DocAndFloatFeatureBuffer block) throws IOException {
		postings.nextDoc();
		postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, block);
		while (block.size > 0) {
			for (int i = 0; i < block.size; i++) {
				this.sums.addSeed(docBase + block.docs[i], weight * saturation.of((int) block.features[i]));
			}
			postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, block);
		}
	}

	private void collect(LeafReaderContext leaf, BitSetIterator articles, float pairsFactor, Eligibility eligible,
			LongHeap best, int most) throws IOException {
		float enough = least(best, most);
		int end = leaf.docBase + leaf.reader().maxDoc();
		int doc = (articles.docID() < leaf.docBase) ? articles.advance(leaf.docBase) : articles.docID();
		for (; doc < end; doc = articles.nextDoc()) {
			float sum = this.sums.both(doc, pairsFactor);
			if (sum >= enough && Best.entry(sum, doc) > lowest(best, most) && eligible.test(doc - leaf.docBase)) {
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
