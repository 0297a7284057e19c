package io.broadsheet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The headlines of a segment's articles, gone through in order, some at a time. */
final class SegmentHeadlines {

	private final boolean descending;

	private final SortedDocValues keys;

	private final TermsEnum terms;

	private int next;

	/**
	 * Begins.
	 * @param reader the segment
	 * @param start the key to begin with, or null for the first of all
	 * @param descending whether they are gone through from the last one
	 */
	SegmentHeadlines(LeafReader reader, @Nullable BytesRef start, boolean descending) throws IOException {
		this.descending = descending;
		this.keys = DocValues.getSorted(reader, FieldNames.HEADLINE_KEY);
		Terms terms = reader.terms(FieldNames.HEADLINE_KEY);
		this.terms = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
		this.next = (start != null) ? place(start) : place();
	}

	private int place() {
		return this.descending ? this.keys.getValueCount() - 1 : 0;
	}

	private int place(BytesRef start) throws IOException {
		int place = this.keys.lookupTerm(start);
		if (place >= 0) {
			return place;
		}
		return this.descending ? -place - 2 : -place - 1;
	}

	boolean hasNext() {
		return this.next >= 0 && this.next < this.keys.getValueCount();
	}

	/**
	 * The articles, deleted ones too, with the next headlines.
	 * @param number how many; all with the last one's headline come beside
	 * @return them in the order of their numbers in the segment
	 */
	List<Headed> next(int number) throws IOException {
		List<Headed> articles = new ArrayList<>();
		while (articles.size() < number && hasNext()) {
			BytesRef key = BytesRef.deepCopyOf(this.keys.lookupOrd(this.next));
			this.next += this.descending ? -1 : 1;
			if (this.terms.seekExact(key)) {
				PostingsEnum having = this.terms.postings(null, PostingsEnum.NONE);
				for (int one = having.nextDoc(); one != PostingsEnum.NO_MORE_DOCS; one = having.nextDoc()) {
					articles.add(new Headed(one, key));
				}
			}
		}
		articles.sort(Comparator.comparingInt(Headed::document));
		return articles;
	}

	/**
	 * An article.
	 *
	 * @param document its number in its segment
	 * @param key its headline's key
	 */
	record Headed(int document, BytesRef key) {
	}

}
