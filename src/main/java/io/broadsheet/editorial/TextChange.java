package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a text became another one.
 *
 * @param field the text's field, as the API calls it
 * @param parts its pieces in order
 */
record TextChange(String field, List<Part> parts) {

	/** What happened to a piece of a text. */
	enum PartKind {

		/** It stayed. */
		KEPT,
		/** It went. */
		REMOVED,
		/** It came. */
		ADDED

	}

	/**
	 * A piece of a text.
	 *
	 * @param kind what happened to it
	 * @param text its words with what stands between them
	 */
	record Part(PartKind kind, String text) {
	}

	/**
	 * How texts became others.
	 * @param before all texts before
	 * @param after all texts after
	 * @return one for each that is different
	 */
	static List<TextChange> between(DraftContent before, DraftContent after) {
		Map<String, String> old = before.texts();
		List<TextChange> changes = new ArrayList<>();
		after.texts().forEach((field, text) -> {
			String earlier = old.getOrDefault(field, "");
			if (!earlier.equals(text)) {
				changes.add(new TextChange(field, WordDiff.between(earlier, text)));
			}
		});
		return changes;
	}

}
