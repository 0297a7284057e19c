package io.broadsheet.search;

import java.util.Comparator;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/**
 * The order of names and headlines: the Unicode Collation Algorithm with CLDR's root
 * order, in which accents and case count only where nothing else differs.
 */
final class NameOrder {

	private static final Collator COLLATOR = Collator.getInstance(ULocale.ROOT).freeze();

	/** Compares texts in this order. */
	static final Comparator<String> COMPARATOR = COLLATOR::compare;

	private NameOrder() {
	}

	/**
	 * The key of a text: bytes whose order, unsigned, is that of the texts.
	 * @param text a headline or name
	 * @return its key
	 */
	static byte[] key(String text) {
		return COLLATOR.getCollationKey(text).toByteArray();
	}

}
