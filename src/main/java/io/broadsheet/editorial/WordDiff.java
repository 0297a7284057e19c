package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.broadsheet.editorial.TextChange.Part;
import io.broadsheet.editorial.TextChange.PartKind;

/**
 * The difference of two texts, word by word in any script (Myers, An O(ND) Difference
 * Algorithm and Its Variations, 1986). Lines are compared first and words within the
 * lines that differ, so that long texts cost little; what has no likeness at all is told
 * as removed and added as a whole.
 */
final class WordDiff {

	/** More than these in one place are not compared one by one. */
	private static final int MOST = 1_000;

	private final List<Part> parts = new ArrayList<>();

	private WordDiff() {
	}

	/**
	 * How one text becomes another.
	 * @param before the one
	 * @param after the other
	 * @return the pieces: those kept and removed are the one, those kept and added the
	 * other
	 */
	static List<Part> between(String before, String after) {
		WordDiff diff = new WordDiff();
		diff.compare(lines(before), lines(after), true);
		return List.copyOf(diff.parts);
	}

	private void compare(List<String> before, List<String> after, boolean areLines) {
		int start = commonStart(before, after);
		int end = commonEnd(before, after, start);
		add(PartKind.KEPT, before.subList(0, start));
		compareMiddle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), areLines);
		add(PartKind.KEPT, before.subList(before.size() - end, before.size()));
	}

	private void compareMiddle(List<String> before, List<String> after, boolean areLines) {
		if (before.isEmpty() || after.isEmpty() || before.size() > MOST || after.size() > MOST) {
			replace(before, after);
			return;
		}
		int start = 0;
		int startAfter = 0;
		int end = 0;
		int endAfter = 0;
		for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null)) {
			if (change.startOriginal > end || change.startRevised > endAfter) {
				compareInner(before.subList(start, end), after.subList(startAfter, endAfter), areLines);
				add(PartKind.KEPT, before.subList(end, change.startOriginal));
				start = change.startOriginal;
				startAfter = change.startRevised;
			}
			end = change.endOriginal;
			endAfter = change.endRevised;
		}
		compareInner(before.subList(start, end), after.subList(startAfter, endAfter), areLines);
		add(PartKind.KEPT, before.subList(end, before.size()));
	}

	private void compareInner(List<String> before, List<String> after, boolean areLines) {
		if (areLines && !before.isEmpty() && !after.isEmpty()) {
			compare(words(String.join("", before)), words(String.join("", after)), false);
		}
		else {
			replace(before, after);
		}
	}

	private void replace(List<String> before, List<String> after) {
		add(PartKind.REMOVED, before);
		add(PartKind.ADDED, after);
	}

	/** Adds a piece, to the last one if that is of the same kind. */
	private void add(PartKind kind, List<String> pieces) {
		if (pieces.isEmpty()) {
			return;
		}
		String text = String.join("", pieces);
		if (!this.parts.isEmpty() && this.parts.getLast().kind() == kind) {
			text = this.parts.removeLast().text() + text;
		}
		this.parts.add(new Part(kind, text));
	}

	private static int commonStart(List<String> before, List<String> after) {
		int most = Math.min(before.size(), after.size());
		int start = 0;
		while (start < most && before.get(start).equals(after.get(start))) {
			start++;
		}
		return start;
	}

	private static int commonEnd(List<String> before, List<String> after, int start) {
		int most = Math.min(before.size(), after.size()) - start;
		int end = 0;
		while (end < most && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
			end++;
		}
		return end;
	}

	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			lines.add(text.substring(start, end + 1));
			start = end + 1;
		}
		if (start < text.length()) {
			lines.add(text.substring(start));
		}
		return lines;
	}

	/** Words, and what stands between them. */
	private static List<String> words(String text) {
		BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
		boundaries.setText(text);
		List<String> words = new ArrayList<>();
		int start = boundaries.first();
		for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
			words.add(text.substring(start, end));
			start = end;
		}
		return words;
	}

}
