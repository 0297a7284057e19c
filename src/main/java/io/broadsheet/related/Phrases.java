package io.broadsheet.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds what an article has in common with others, in its own spelling. */
final class Phrases {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern POSSESSIVE = Pattern.compile("[’']s?(?=\\s|$)");

	private static final double NAME_WEIGHT = 3;

	private static final int LONGEST = 60;

	private static final int MOST = 2;

	/**
	 * So often at least, where the rarer of two words stands, the other follows or goes
	 * before, if they are a phrase and did not meet by chance.
	 */
	private static final double LEAST_STEADY = 0.34;

	/** Digits alone say nothing, and neither does a single letter. */
	private static final Pattern TELLING = Pattern.compile("\\p{L}.*\\p{L}|[\\p{IsHan}\\p{IsHangul}]");

	private final Question question;

	private final List<Words.Word> words;

	private final Spelling spelling;

	private final Map<Integer, Phrase> pairs = new HashMap<>();

	private final Map<Integer, Phrase> stems = new HashMap<>();

	/**
	 * @param question the article that is asked about, among those of its own language
	 */
	Phrases(Question question) {
		this.question = question;
		this.words = question.asked().words().words();
		this.spelling = new Spelling(question.asked());
		Set<Integer> noNames = new HashSet<>();
		for (int i = 0; i < this.words.size(); i++) {
			Words.Word word = this.words.get(i);
			if (this.spelling.isLowerCase(word)) {
				noNames.add(hash(word));
			}
			else if (!isOneName(i) && !isOneName(i + 1)) {
				addStem(i);
			}
			if (i > 0 && word.follows()) {
				addPair(i);
			}
		}
		this.stems.keySet().removeAll(noNames);
	}

	/** What both mention, the most telling first: pairs of words, or else words. */
	List<String> shared(TermCounts stems, TermCounts pairs) {
		List<String> phrases = best(pairs, this.question.pairs().weights(), this.pairs, pairs);
		return phrases.isEmpty() ? best(stems, this.question.stems().weights(), this.stems, pairs) : phrases;
	}

	/** A part of a longer name tells readers nothing: "Penny" of "Penny Bridge". */
	private boolean isOneName(int second) {
		Words.Word before = before(second);
		return before != null && this.spelling.isName(before) && this.spelling.isName(this.words.get(second))
				&& this.spelling.isPhrase(before, this.words.get(second));
	}

	private Words.@Nullable Word before(int second) {
		boolean follows = second > 0 && second < this.words.size() && this.words.get(second).follows();
		return follows ? this.words.get(second - 1) : null;
	}

	private void addStem(int index) {
		Words.Word word = this.words.get(index);
		int hash = hash(word);
		float weight = this.question.stems().weights().of(hash);
		boolean tells = this.question.stems().frequencyAt(word.stem()) <= Formula.STANDARD
			.rarePair(this.question.articles());
		if (weight > 0 && tells && !this.stems.containsKey(hash) && this.spelling.tellsAlone(word)) {
			this.stems.put(hash, new Phrase(index, index, weight));
		}
	}

	private void addPair(int second) {
		int hash = pair(second);
		float weight = this.question.pairs().weights().of(hash);
		if (weight > 0 && !this.pairs.containsKey(hash) && isPhrase(second)) {
			boolean name = this.spelling.isName(this.words.get(second - 1), this.words.get(second));
			this.pairs.put(hash,
					new Phrase(second - 1, second, weight * steadiness(second) * (name ? NAME_WEIGHT : 1)));
		}
	}

	/** Whether a word makes a phrase with the one before it. */
	private boolean isPhrase(int second) {
		Words.Word before = this.words.get(second - 1);
		Words.Word word = this.words.get(second);
		return this.spelling.isPhrase(before, word) && steadiness(second) >= LEAST_STEADY
				&& (this.spelling.isName(before, word)
						|| !(this.spelling.isLoose(before) || this.spelling.isLoose(word)));
	}

	/** Whether a word goes on with what the one before it is the end of, as names do. */
	private boolean isPart(int second, boolean ofName) {
		Words.Word before = this.words.get(second - 1);
		Words.Word word = this.words.get(second);
		boolean name = this.spelling.isPhrase(before, word) && this.spelling.isName(before, word);
		return name || (!ofName && isPhrase(second));
	}

	/** The part of the articles with the rarer of two words that have both together. */
	private double steadiness(int second) {
		int together = this.question.pairs().frequency(pair(second));
		int alone = Math.min(this.question.stems().frequencyAt(this.words.get(second - 1).stem()),
				this.question.stems().frequencyAt(this.words.get(second).stem()));
		return (double) together / Math.max(1, alone);
	}

	private int pair(int second) {
		return TermCounts.pair(hash(this.words.get(second - 1)), hash(this.words.get(second)));
	}

	private int hash(Words.Word word) {
		return this.question.stems().terms().hashes()[word.stem()];
	}

	/** What is worth nothing is no phrase, and told so faster by its weight. */
	private List<String> best(TermCounts terms, Weights weights, Map<Integer, Phrase> known, TermCounts pairs) {
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
			String text = (phrase != null && phrases.size() < MOST) ? spell(phrase, pairs) : "";
			if (TELLING.matcher(text).find() && phrases.stream().noneMatch((other) -> overlap(other, text))) {
				phrases.add(text);
			}
		}
		return List.copyOf(phrases);
	}

	/** A phrase with what makes it longer in both articles; empty if it is cut short. */
	private String spell(Phrase phrase, TermCounts pairs) {
		int first = phrase.first();
		int last = phrase.last();
		boolean name = this.spelling.isName(this.words.get(first), this.words.get(last));
		while (first > 0 && isPart(first, name) && isShared(first, first - 1, last, pairs)) {
			first--;
		}
		while (last + 1 < this.words.size() && isPart(last + 1, name) && isShared(last + 1, first, last + 1, pairs)) {
			last++;
		}
		Words.Word begin = this.words.get(first);
		Words.Word end = this.words.get(last);
		return this.spelling.isWhole(begin, end) ? this.spelling.of(begin, end) : "";
	}

	private boolean isShared(int second, int first, int last, TermCounts pairs) {
		return this.words.get(second).follows() && this.words.get(last).end() - this.words.get(first).start() <= LONGEST
				&& Arrays.binarySearch(pairs.hashes(), pair(second)) >= 0;
	}

	private static boolean overlap(String one, String other) {
		return !Collections.disjoint(words(one), words(other));
	}

	private static List<String> words(String phrase) {
		String bare = POSSESSIVE.matcher(phrase.toLowerCase(Locale.ROOT)).replaceAll("");
		return SPACE.splitAsStream(bare).toList();
	}

	/**
	 * Something that articles mention.
	 *
	 * @param first its first word
	 * @param last its last
	 * @param weight how much it tells
	 */
	private record Phrase(int first, int last, double weight) {
	}

}
