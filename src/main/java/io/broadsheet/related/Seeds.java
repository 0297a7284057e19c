package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Terms of one field that find candidates. */
final class Seeds {

	private final String field;

	private final int[] hashes;

	private final float[] weights;

	private final Frequency.Saturation saturation;

	private final @Nullable TermState @Nullable [][] places;

	/**
	 * @param field the index's field with the terms
	 * @param hashes the terms
	 * @param weights what each is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 * @param places where each is in each segment, by the segment's number, null where it
	 * is not; null if that is to be looked up
	 */
	Seeds(String field, int[] hashes, float[] weights, Frequency.Saturation saturation,
			@Nullable TermState @Nullable [][] places) {
		this.field = field;
		this.hashes = hashes;
		this.weights = weights;
		this.saturation = saturation;
		this.places = places;
	}

	String field() {
		return this.field;
	}

	int size() {
		return this.hashes.length;
	}

	float weight(int index) {
		return this.weights[index];
	}

	Frequency.Saturation saturation() {
		return this.saturation;
	}

	/**
	 * Goes to a term in a segment.
	 * @param index which of these
	 * @param segment the segment's number
	 * @param terms the segment's terms
	 * @param buffer for the term
	 * @return whether it is there
	 */
	boolean seek(int index, int segment, TermsEnum terms, BytesRef buffer) throws IOException {
		TermCounts.write(this.hashes[index], buffer);
		if (this.places == null) {
			return terms.seekExact(buffer);
		}
		TermState place = this.places[segment][index];
		if (place != null) {
			terms.seekExact(buffer, place);
		}
		return place != null;
	}

}
