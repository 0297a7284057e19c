package io.broadsheet.related;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

	private static final double NAME_WEIGHT = 3;

	private static final int LONGEST = 60;

	private static final int MOST = 2;

	/** Digits alone say nothing, and neither does a single letter. */
	private static final Pattern TELLING = Pattern.compile("\\p{L}.*\\p{L}|[\\p{IsHan}\\p{IsHangul}]");

	private final String language;

	private final String text;

	private final Map<Integer, TextReading.Stem> pairs = new HashMap<>();

	private final Map<Integer, TextReading.Stem> stems = new HashMap<>();

	private TextReading.@Nullable Stem previous;

	private int beforeHash;

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

	private List<String> best(TermCounts terms, Weights weights, Map<Integer, TextReading.Stem> spellings) {
		Best best = new Best(terms.size());
		for (int i = 0; i < terms.size(); i++) {
			float weight = weights.of(terms.hashes()[i]);
			TextReading.Stem place = (weight > 0) ? spellings.get(terms.hashes()[i]) : null;
			if (place != null) {
				best.add(i, nameWeight(place) * weight * Math.sqrt(Counts.weigh(terms.counts()[i], 4, 2, 1)));
			}
		}
		List<String> phrases = new ArrayList<>();
		for (int index : best.best(terms.size())) {
			TextReading.Stem place = Objects.requireNonNull(spellings.get(terms.hashes()[index]));
			String phrase = this.text.substring(place.start(), place.end());
			if (TELLING.matcher(phrase).find() && phrases.stream().noneMatch((other) -> overlap(other, phrase))) {
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
		this.stems.putIfAbsent(hash, stem);
		TextReading.Stem before = this.previous;
		this.previous = stem;
		if (before != null && isPhrase(before, stem)) {
			this.pairs.putIfAbsent(TermCounts.pair(this.beforeHash, hash),
					new TextReading.Stem("", before.start(), stem.end()));
		}
		this.beforeHash = hash;
	}

	/** Neighbours, or two names with little between them: "Department of Justice". */
	private boolean isPhrase(TextReading.Stem before, TextReading.Stem stem) {
		if (stem.start() == before.end() + 1 && this.text.charAt(before.end()) == ' ') {
			return true;
		}
		return before.end() <= stem.start() && stem.end() - before.start() <= LONGEST && isName(before.start())
				&& isName(stem.start()) && !APART.matcher(this.text.substring(before.end(), stem.start())).find();
	}

	private boolean isName(int start) {
		return Character.isUpperCase(this.text.codePointAt(start));
	}

	/** Names tell readers more than other words do. */
	private double nameWeight(TextReading.Stem place) {
		return (isName(place.start()) && isName(this.text.lastIndexOf(' ', place.end() - 1) + 1)) ? NAME_WEIGHT : 1;
	}

}
