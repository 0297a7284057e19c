package io.broadsheet.related;

import java.util.Arrays;

import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * What articles have of a question's seeds and of its pairs, of those that have any. That
 * takes memory by how many these are, not by how many articles there are, so that it
 * stays near the processor.
 */
final class Sums {

	private static final int NONE = -1;

	private static final int FEW = 4096;

	/** Which articles have anything, as they are wanted in order. */
	private final FixedBitSet found;

	private int[] docs = new int[FEW];

	private float[] seeds = new float[FEW];

	private float[] pairs = new float[FEW];

	private int size;

	/** By hash of a document, its place above. */
	private int[] places = new int[2 * FEW];

	/**
	 * @param articles how many articles there are
	 */
	Sums(int articles) {
		this.found = new FixedBitSet(articles);
		Arrays.fill(this.places, NONE);
	}

	void addSeed(int doc, float worth) {
		int place = place(doc);
		this.seeds[place] += worth;
	}

	void addPair(int doc, float worth) {
		int place = place(doc);
		this.pairs[place] += worth;
	}

	/** What an article that has anything has of both, pairs by a factor. */
	float both(int doc, float pairsFactor) {
		int place = place(doc);
		return this.seeds[place] + pairsFactor * this.pairs[place];
	}

	/** What it has of pairs. */
	float pairs(int doc) {
		return this.pairs[place(doc)];
	}

	/** The articles that have anything, in ascending order. */
	BitSetIterator articles() {
		return new BitSetIterator(this.found, this.size);
	}

	/** Begins with the next question. */
	void clear() {
		for (int i = 0; i < this.size; i++) {
			this.found.clear(this.docs[i]);
		}
		Arrays.fill(this.seeds, 0, this.size, 0);
		Arrays.fill(this.pairs, 0, this.size, 0);
		Arrays.fill(this.places, NONE);
		this.size = 0;
	}

	private int place(int doc) {
		int slot = slot(doc);
		if (this.places[slot] == NONE) {
			if (this.size == this.docs.length) {
				grow();
				slot = slot(doc);
			}
			this.found.set(doc);
			this.docs[this.size] = doc;
			this.places[slot] = this.size++;
		}
		return this.places[slot];
	}

	/** Where a document is, or would be. */
	private int slot(int doc) {
		int last = this.places.length - 1;
		int slot = (doc * 0x9e3779b1) >>> Integer.numberOfLeadingZeros(last);
		while (this.places[slot] != NONE && this.docs[this.places[slot]] != doc) {
			slot = (slot + 1) & last;
		}
		return slot;
	}

	private void grow() {
		this.docs = Arrays.copyOf(this.docs, 2 * this.size);
		this.seeds = Arrays.copyOf(this.seeds, 2 * this.size);
		this.pairs = Arrays.copyOf(this.pairs, 2 * this.size);
		this.places = new int[4 * this.size];
		Arrays.fill(this.places, NONE);
		for (int i = 0; i < this.size; i++) {
			this.places[slot(this.docs[i])] = i;
		}
	}

}
