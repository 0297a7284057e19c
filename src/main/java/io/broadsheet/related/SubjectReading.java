package io.broadsheet.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.broadsheet.article.Article;
import io.broadsheet.search.AnalyzedText;
import io.broadsheet.search.ArticleTexts;
import org.jspecify.annotations.Nullable;

/** Reads from an article what the ranking knows of it. */
final class SubjectReading {

	private static final int FIELDS = 3;

	private final Occurrences stems = new Occurrences();

	private final Occurrences pairs = new Occurrences();

	private final List<Read> read = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private final int[] lengths = new int[FIELDS];

	private final String language;

	private SubjectReading(String language) {
		this.language = language;
	}

	/**
	 * What the ranking knows of an article.
	 * @param article the article
	 * @param texts its texts
	 */
	static Subject of(Article article, ArticleTexts texts) {
		String language = article.language().toLowerCase(Locale.ROOT);
		SubjectReading reading = new SubjectReading(Traits.primary(language));
		reading.read(texts.body(), 2);
		reading.read(texts.brief(), 1);
		reading.read(texts.headline(), 0);
		TermCounts stems = reading.stems.counted();
		Traits traits = new Traits(article.id(), language, article.publishedAt().toEpochMilli(), article.section(),
				article.authors().stream().distinct().toList(), article.topics().stream().distinct().toList(),
				article.picks().stream().distinct().toList(), Series.of(article.headline()),
				new Lengths(reading.lengths[0], reading.lengths[1], reading.lengths[2]), stems);
		return new Subject(traits, reading.pairs.counted(), reading.words(stems));
	}

	private void read(@Nullable AnalyzedText part, int field) {
		if (part == null) {
			this.text.append('\n');
			return;
		}
		int offset = this.text.length();
		this.text.append(part.text()).append('\n');
		int first = this.read.size();
		TextReading.stems(this.language, part, (stem) -> take(stem, offset, this.read.size() > first, field));
	}

	private void take(TextReading.Stem stem, int offset, boolean follows, int field) {
		int hash = TermCounts.hash(stem.stem());
		this.lengths[field]++;
		this.stems.add(hash, field);
		if (follows) {
			this.pairs.add(TermCounts.pair(this.read.getLast().stem(), hash), field);
		}
		this.read.add(new Read(hash, follows, offset + stem.start(), offset + stem.end()));
	}

	private Words words(TermCounts stems) {
		return new Words(this.text.toString(),
				this.read.stream()
					.map((word) -> new Words.Word(Arrays.binarySearch(stems.hashes(), word.stem()), word.follows(),
							word.start(), word.end()))
					.toList());
	}

	private record Read(int stem, boolean follows, int start, int end) {
	}

}
