package io.broadsheet.related;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.broadsheet.article.Article;

/** Reads from an article what the ranking knows of it. */
final class TraitsReading {

	private static final int FIELDS = 3;

	private final Map<Integer, int[]> stems = new TreeMap<>();

	private final Map<Integer, int[]> pairs = new TreeMap<>();

	private final int[] lengths = new int[FIELDS];

	private int previous;

	private boolean first;

	private TraitsReading() {
	}

	/**
	 * What the ranking knows of an article.
	 * @param article the article
	 * @param text the plain text of its body
	 */
	static Traits of(Article article, String text) {
		TraitsReading reading = new TraitsReading();
		String language = article.language().toLowerCase(Locale.ROOT);
		String primary = Traits.primary(language);
		reading.read(primary, article.headline(), 0);
		reading.read(primary, (article.brief() != null) ? article.brief() : "", 1);
		reading.read(primary, text, 2);
		return new Traits(article.id(), language, article.publishedAt().toEpochMilli(), article.section(),
				article.authors().stream().distinct().toList(), article.topics().stream().distinct().toList(),
				article.picks().stream().distinct().toList(), Series.of(article.headline()),
				new Lengths(reading.lengths[0], reading.lengths[1], reading.lengths[2]), terms(reading.stems),
				terms(reading.pairs));
	}

	private void read(String language, String text, int field) {
		this.first = true;
		TextReading.stems(language, text, (stem) -> take(TermCounts.hash(stem.stem()), field));
	}

	private void take(int stem, int field) {
		this.lengths[field]++;
		count(this.stems, stem, field);
		if (!this.first) {
			count(this.pairs, TermCounts.pair(this.previous, stem), field);
		}
		this.first = false;
		this.previous = stem;
	}

	private static void count(Map<Integer, int[]> counts, int hash, int field) {
		counts.computeIfAbsent(hash, (key) -> new int[FIELDS])[field]++;
	}

	private static TermCounts terms(Map<Integer, int[]> counted) {
		int[] hashes = new int[counted.size()];
		byte[] counts = new byte[hashes.length];
		int next = 0;
		for (Map.Entry<Integer, int[]> entry : counted.entrySet()) {
			int[] fields = entry.getValue();
			hashes[next] = entry.getKey();
			counts[next++] = Counts.of(fields[0], fields[1], fields[2]);
		}
		return new TermCounts(hashes, counts);
	}

}
