package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Terms of one field that find candidates. */
final class Seeds {

	private final String field;

	private final int[] hashes;

	private final float[] weights;

	private final Frequency.Saturation saturation;

	/**
	 * @param field the index's field with the terms
	 * @param hashes the terms
	 * @param weights what each is worth in full
	 * @param saturation how much of that it is worth by its frequency
	 */
	Seeds(String field, int[] hashes, float[] weights, Frequency.Saturation saturation) {
		this.field = field;
		this.hashes = hashes;
		this.weights = weights;
		this.saturation = saturation;
	}

	String field() {
		return this.field;
	}

	int size() {
		return this.hashes.length;
	}

	int hash(int index) {
		return this.hashes[index];
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
	 * @param terms the segment's terms
	 * @param buffer for the term
	 * @return whether it is there
	 */
	boolean seek(int index, TermsEnum terms, BytesRef buffer) throws IOException {
		TermCounts.write(this.hashes[index], buffer);
		return terms.seekExact(buffer);
	}

}
