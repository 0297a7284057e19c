package io.broadsheet.related;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds what an article has in common with others, in its own spelling. Its text is read
 * once, when the first is looked for.
 */
final class Phrases {

	/** A phrase stands in one sentence, and no list is taken for one. */
	private static final Pattern APART = Pattern.compile("[\\n,;:!?\"“”«»„()\\[\\]/|…–—]|\\.\\s");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final int LONGEST = 60;

	private static final int MOST = 2;

	/** Digits alone say nothing, and neither does a single letter. */
	private static final Pattern TELLING = Pattern.compile(".*\\p{L}.*\\p{L}.*|.*[\\p{IsHan}\\p{IsHangul}].*");

	private final String language;

	private final String text;

	private final Map<Integer, String> pairs = new HashMap<>();

	private final Map<Integer, String> stems = new HashMap<>();

	private TextReading.@Nullable Stem previous;

	private boolean read;

	/**
	 * @param language the subtag of the text's language
	 * @param text headline, brief and body of the article that is asked about
	 */
	Phrases(String language, String text) {
		this.language = language;
		this.text = text;
	}

	/** What both mention, the most telling first: pairs of words, or else words. */
	List<String> shared(Answer answer) {
		readText();
		Question question = answer.scored().question();
		List<String> phrases = best(answer.traits().pairs(), question.pairs(), this.pairs);
		return phrases.isEmpty() ? best(answer.traits().stems(), question.stems(), this.stems) : phrases;
	}

	private static List<String> best(TermCounts terms, Weights weights, Map<Integer, String> spellings) {
		Best best = new Best(terms.size());
		for (int i = 0; i < terms.size(); i++) {
			float weight = weights.of(terms.hashes()[i]);
			if (weight > 0 && spellings.containsKey(terms.hashes()[i])) {
				best.add(i, weight * Math.sqrt(Counts.weigh(terms.counts()[i], 4, 2, 1)));
			}
		}
		List<String> phrases = new ArrayList<>();
		for (int index : best.best(terms.size())) {
			String phrase = String.valueOf(spellings.get(terms.hashes()[index]));
			if (phrases.stream().noneMatch((other) -> overlap(other, phrase))) {
				phrases.add(phrase);
			}
			if (phrases.size() == MOST) {
				break;
			}
		}
		return List.copyOf(phrases);
	}

	private static boolean overlap(String one, String other) {
		return !Collections.disjoint(words(one), words(other));
	}

	private static List<String> words(String phrase) {
		return SPACE.splitAsStream(phrase.toLowerCase(Locale.ROOT)).toList();
	}

	private void readText() {
		if (!this.read) {
			this.read = true;
			TextReading.stems(this.language, this.text, this::take);
		}
	}

	private void take(TextReading.Stem stem) {
		int hash = TermCounts.hash(stem.stem());
		String word = this.text.substring(stem.start(), stem.end());
		if (TELLING.matcher(word).matches()) {
			this.stems.putIfAbsent(hash, word);
		}
		TextReading.Stem before = this.previous;
		this.previous = stem;
		if (before == null || stem.end() - before.start() > LONGEST || before.end() > stem.start()) {
			return;
		}
		String phrase = this.text.substring(before.start(), stem.end());
		if (!APART.matcher(this.text.substring(before.end(), stem.start())).find()
				&& TELLING.matcher(phrase).matches()) {
			this.pairs.putIfAbsent(TermCounts.pair(TermCounts.hash(before.stem()), hash), phrase);
		}
	}

}
