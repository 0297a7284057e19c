package io.broadsheet.related;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds what an article has in common with others, in its own spelling. */
final class Phrases {

	/** A phrase stands in one sentence, and no list is taken for one. */
	private static final Pattern APART = Pattern.compile("[\\n,;:!?\"“”«»„()\\[\\]/|…–—]|\\.\\s");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	/** What belongs to somebody is mentioned as somebody is. */
	private static final Pattern POSSESSIVE = Pattern.compile("[’']s?(?=\\s|$)");

	private static final Pattern POSSESSIVE_END = Pattern.compile("[’']s?$");

	private static final Pattern SENTENCE_START = Pattern.compile("(^|[.!?:\"“”„«(…\\n])[\\s\"“„«(]*$");

	private static final double NAME_WEIGHT = 3;

	private static final int LONGEST = 60;

	/** So many characters before a word tell whether it begins a sentence. */
	private static final int CONTEXT = 6;

	private static final int MOST = 2;

	/**
	 * So often at least, where the rarer of two words stands, the other follows or goes
	 * before, if they are a phrase and did not meet by chance.
	 */
	private static final double LEAST_STEADY = 0.34;

	/** Digits alone say nothing, and neither does a single letter. */
	private static final Pattern TELLING = Pattern.compile("\\p{L}.*\\p{L}|[\\p{IsHan}\\p{IsHangul}]");

	private final Question question;

	private final String text;

	/** Where the headline begins, behind all else. */
	private final int headline;

	private final Set<String> looseWords;

	private final Map<Integer, Phrase> pairs = new HashMap<>();

	private final Map<Integer, Phrase> stems = new HashMap<>();

	/**
	 * @param question the article that is asked about, among those of its own language
	 */
	Phrases(Question question) {
		this.question = question;
		this.text = question.asked().words().text();
		this.headline = this.text.lastIndexOf('\n', this.text.length() - 2) + 1;
		this.looseWords = StopWords.loose(question.asked().traits().primaryLanguage());
		List<Words.Word> words = question.asked().words().words();
		for (int i = 0; i < words.size(); i++) {
			Words.Word word = words.get(i);
			Words.Word before = (i > 0 && word.follows()) ? words.get(i - 1) : null;
			Words.Word after = (i + 1 < words.size() && words.get(i + 1).follows()) ? words.get(i + 1) : null;
			if (!isOneName(before, word) && !isOneName(word, after)) {
				addStem(word);
			}
			if (before != null) {
				addPair(before, word);
			}
		}
	}

	/** A part of a longer name tells readers nothing: "Penny" of "Penny Bridge". */
	private boolean isOneName(Words.@Nullable Word before, Words.@Nullable Word word) {
		return before != null && word != null && word.start() == before.end() + 1 && isName(before.start())
				&& isName(word.start());
	}

	/** What both mention, the most telling first: pairs of words, or else words. */
	List<String> shared(TermCounts stems, TermCounts pairs) {
		List<String> phrases = best(pairs, this.question.pairs().weights(), this.pairs);
		return phrases.isEmpty() ? best(stems, this.question.stems().weights(), this.stems) : phrases;
	}

	/** Of single words only names tell readers anything. */
	private void addStem(Words.Word word) {
		int hash = stems().hashes()[word.stem()];
		float weight = this.question.stems().weights().of(hash);
		if (weight > 0 && !this.stems.containsKey(hash) && tellsAlone(word)) {
			this.stems.put(hash, phrase(word, word, weight));
		}
	}

	/** Headlines and the begins of sentences spell any word as a name. */
	private boolean tellsAlone(Words.Word word) {
		int first = this.text.codePointAt(word.start());
		if (!Character.isUpperCase(first)) {
			return Character.isLetter(first) && !Character.isLowerCase(first);
		}
		String before = this.text.substring(Math.max(0, word.start() - CONTEXT), word.start());
		return !isLoose(word) && word.start() < this.headline && !SENTENCE_START.matcher(before).find();
	}

	private void addPair(Words.Word before, Words.Word word) {
		int hash = TermCounts.pair(stems().hashes()[before.stem()], stems().hashes()[word.stem()]);
		float weight = this.question.pairs().weights().of(hash);
		if (weight > 0 && !this.pairs.containsKey(hash) && isPhrase(before, word)) {
			double steady = steadiness(hash, before, word);
			boolean name = isName(before.start()) && isName(word.start());
			if (steady >= LEAST_STEADY && (name || !(isLoose(before) || isLoose(word)))) {
				this.pairs.put(hash, phrase(before, word, weight * steady * (name ? NAME_WEIGHT : 1)));
			}
		}
	}

	/** The part of the articles with the rarer of two words that have both together. */
	private double steadiness(int pair, Words.Word before, Words.Word word) {
		int together = this.question.pairs().frequency(pair);
		int alone = Math.min(this.question.stems().frequencyAt(before.stem()),
				this.question.stems().frequencyAt(word.stem()));
		return (double) together / Math.max(1, alone);
	}

	private boolean isLoose(Words.Word word) {
		return this.looseWords.contains(this.text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT));
	}

	private Phrase phrase(Words.Word first, Words.Word last, double weight) {
		String text = this.text.substring(first.start(), last.end());
		return new Phrase(POSSESSIVE_END.matcher(text).replaceFirst(""), weight);
	}

	private TermCounts stems() {
		return this.question.stems().terms();
	}

	/** What is worth nothing is no phrase, and told so faster by its weight. */
	private static List<String> best(TermCounts terms, Weights weights, Map<Integer, Phrase> known) {
		Best best = new Best(terms.size());
		for (int i = 0; i < terms.size(); i++) {
			int hash = terms.hashes()[i];
			Phrase phrase = (weights.of(hash) > 0) ? known.get(hash) : null;
			if (phrase != null) {
				best.add(i, phrase.weight() * Math.sqrt(Counts.weigh(terms.counts()[i], 4, 2, 1)));
			}
		}
		List<String> phrases = new ArrayList<>();
		for (int index : best.best(terms.size())) {
			Phrase phrase = known.get(terms.hashes()[index]);
			if (phrase != null && phrases.size() < MOST && TELLING.matcher(phrase.text()).find()
					&& phrases.stream().noneMatch((other) -> overlap(other, phrase.text()))) {
				phrases.add(phrase.text());
			}
		}
		return List.copyOf(phrases);
	}

	private static boolean overlap(String one, String other) {
		return !Collections.disjoint(words(one), words(other));
	}

	private static List<String> words(String phrase) {
		String bare = POSSESSIVE.matcher(phrase.toLowerCase(Locale.ROOT)).replaceAll("");
		return SPACE.splitAsStream(bare).toList();
	}

	/** Neighbours, or two names with little between them: "Department of Justice". */
	private boolean isPhrase(Words.Word before, Words.Word word) {
		if (word.start() == before.end() + 1 && this.text.charAt(before.end()) == ' ') {
			return true;
		}
		return before.end() <= word.start() && word.end() - before.start() <= LONGEST && isName(before.start())
				&& isName(word.start()) && !APART.matcher(this.text.substring(before.end(), word.start())).find();
	}

	private boolean isName(int start) {
		return Character.isUpperCase(this.text.codePointAt(start));
	}

	/**
	 * Something that articles mention.
	 *
	 * @param text how it is spelled
	 * @param weight how much it tells
	 */
	private record Phrase(String text, double weight) {
	}

}
