package io.broadsheet.related;

import java.io.IOException;

import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * How many articles of a segment have each stem, in memory: about 20 bytes a stem, of
 * which even very many articles have few.
 */
final class StemTable {

	private final int[] stems;

	private final int[] frequencies;

	private final int shift;

	private StemTable(int bits) {
		this.stems = new int[1 << bits];
		this.frequencies = new int[1 << bits];
		this.shift = Integer.SIZE - bits;
	}

	static StemTable of(Terms terms) throws IOException {
		StemTable table = new StemTable(Long.SIZE - Long.numberOfLeadingZeros(2 * Math.max(1, terms.size()) - 1));
		TermsEnum each = terms.iterator();
		for (BytesRef term = each.next(); term != null; term = each.next()) {
			int slot = table.slot(TermCounts.hash(term));
			table.stems[slot] = TermCounts.hash(term);
			table.frequencies[slot] = each.docFreq();
		}
		return table;
	}

	int frequency(int stem) {
		return this.frequencies[slot(stem)];
	}

	private int slot(int stem) {
		int slot = (stem * 0x9e3779b1) >>> this.shift;
		while (this.frequencies[slot] != 0 && this.stems[slot] != stem) {
			slot = (slot + 1) & (this.stems.length - 1);
		}
		return slot;
	}

}
