package io.broadsheet.search;

import java.text.Normalizer;
import java.util.Locale;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * What a word looks like to somebody who types it without capitals, accents or other
 * marks. In scripts where a mark makes another letter, such as those of India, it stays.
 */
final class Folding {

	private static final char LAST_ASCII = 0x7F;

	private Folding() {
	}

	/**
	 * The folded form of a text.
	 * @param text a word or several
	 * @return it in lower case and without accents
	 */
	static String fold(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (isAscii(lower)) {
			return lower;
		}
		StringBuilder bare = new StringBuilder(lower.length());
		Normalizer.normalize(lower, Normalizer.Form.NFKD)
			.codePoints()
			.filter((c) -> !isMark(c))
			.map((c) -> (c == 'ς') ? 'σ' : c)
			.forEach(bare::appendCodePoint);
		return latin(Normalizer.normalize(bare, Normalizer.Form.NFC));
	}

	/** Asked of every word of every article: a loop costs a tenth of a stream here. */
	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > LAST_ASCII) {
				return false;
			}
		}
		return true;
	}

	/** European accents, Hebrew points and Arabic vowel signs. */
	private static boolean isMark(int c) {
		return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x64B && c <= 0x65F) || c == 0x670;
	}

	/** Letters such as ø and ß, which no normalization takes apart. */
	private static String latin(String text) {
		char[] input = text.toCharArray();
		char[] output = new char[input.length * 4];
		int length = ASCIIFoldingFilter.foldToASCII(input, 0, output, 0, input.length);
		return new String(output, 0, length).toLowerCase(Locale.ROOT);
	}

}
