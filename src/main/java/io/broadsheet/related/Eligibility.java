package io.broadsheet.related;

import java.io.IOException;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Tells which articles of one segment are there and wanted; asked in ascending order. */
final class Eligibility {

	private final Wanted wanted;

	private final @Nullable Set<BytesRef> sections;

	private final int asked;

	private final @Nullable Bits live;

	private final NumericDocValues publishedAt;

	private final SortedDocValues section;

	private final SortedDocValues language;

	/**
	 * @param sections the sections that are wanted, or null for any and none
	 * @param asked the document of the article that is asked about, which is not wanted
	 */
	Eligibility(Wanted wanted, @Nullable Set<BytesRef> sections, int asked, LeafReader segment) throws IOException {
		this.wanted = wanted;
		this.sections = sections;
		this.asked = asked;
		this.live = segment.getLiveDocs();
		this.publishedAt = DocValues.getNumeric(segment, RelatedFields.PUBLISHED_AT);
		this.section = DocValues.getSorted(segment, RelatedFields.SECTION);
		this.language = DocValues.getSorted(segment, RelatedFields.LANGUAGE);
	}

	boolean test(int doc) throws IOException {
		return doc != this.asked && (this.live == null || this.live.get(doc)) && isInTime(doc) && isInSection(doc)
				&& isInLanguage(doc);
	}

	private boolean isInTime(int doc) throws IOException {
		if (this.wanted.publishedAfter() == null && this.wanted.publishedBefore() == null) {
			return true;
		}
		return this.publishedAt.advanceExact(doc) && this.publishedAt.longValue() >= this.wanted.from()
				&& this.publishedAt.longValue() < this.wanted.until();
	}

	private boolean isInSection(int doc) throws IOException {
		return this.sections == null || (this.section.advanceExact(doc)
				&& this.sections.contains(this.section.lookupOrd(this.section.ordValue())));
	}

	private boolean isInLanguage(int doc) throws IOException {
		return this.wanted.languages().isEmpty() || (this.language.advanceExact(doc)
				&& this.wanted.allowsLanguage(this.language.lookupOrd(this.language.ordValue()).utf8ToString()));
	}

}
