package io.broadsheet.related;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The terms of those articles of a segment that are gone, by field, in order, each as
 * often as there are articles that had it: about 4 KB an article. When very many are
 * gone, others do not matter any more, and are left out.
 */
final class DepartedTerms {

	static final DepartedTerms NONE = new DepartedTerms(null, 0, 0, Map.of());

	private static final int MOST_READ = 5_000;

	private static final int[] NOTHING = {};

	private final @Nullable Bits live;

	private final int articles;

	private final int read;

	private final Map<String, int[]> terms;

	private DepartedTerms(@Nullable Bits live, int articles, int read, Map<String, int[]> terms) {
		this.live = live;
		this.articles = articles;
		this.read = read;
		this.terms = terms;
	}

	/** The same for a state in which more articles of the segment may be gone. */
	DepartedTerms asOf(LeafReader segment) throws IOException {
		Bits now = segment.getLiveDocs();
		if (now == null || segment.numDeletedDocs() <= this.articles) {
			return this;
		}
		Map<String, IntStream.Builder> all = new HashMap<>();
		this.terms.forEach((field, hashes) -> addAll(all, field, hashes));
		BinaryDocValues traits = DocValues.getBinary(segment, RelatedFields.TRAITS);
		int read = 0;
		for (int doc = 0; doc < segment.maxDoc() && this.read + read < MOST_READ; doc++) {
			boolean isNew = !now.get(doc) && (this.live == null || this.live.get(doc));
			if (isNew && traits.advanceExact(doc)) {
				termsOf(new StoredTraits(traits.binaryValue()).traits(), segment, doc)
					.forEach((field, hashes) -> addAll(all, field, hashes));
				read++;
			}
		}
		Map<String, int[]> sorted = new HashMap<>();
		all.forEach((field, hashes) -> sorted.put(field, hashes.build().sorted().toArray()));
		return new DepartedTerms(now, segment.numDeletedDocs(), this.read + read, sorted);
	}

	private static Map<String, int[]> termsOf(Traits traits, LeafReader segment, int doc) throws IOException {
		String pairs = RelatedFields.pairs(traits.primaryLanguage());
		return RelatedFields.terms(traits, PairPostings.ofArticle(segment, pairs, doc));
	}

	private static void addAll(Map<String, IntStream.Builder> all, String field, int[] hashes) {
		IntStream.Builder builder = all.computeIfAbsent(field, (name) -> IntStream.builder());
		for (int hash : hashes) {
			builder.add(hash);
		}
	}

	/** Takes these off the numbers of all articles that have some terms. */
	void subtract(String field, int[] hashes, int[] frequencies) {
		int[] gone = this.terms.getOrDefault(field, NOTHING);
		for (int i = 0; gone.length > 0 && i < hashes.length; i++) {
			frequencies[i] -= count(gone, hashes[i]);
		}
	}

	private static int count(int[] gone, int hash) {
		int found = Arrays.binarySearch(gone, hash);
		if (found < 0) {
			return 0;
		}
		int first = found;
		while (first > 0 && gone[first - 1] == hash) {
			first--;
		}
		int end = found + 1;
		while (end < gone.length && gone[end] == hash) {
			end++;
		}
		return end - first;
	}

}
