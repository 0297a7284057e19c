package io.broadsheet.related;

import java.util.Set;
import java.util.function.Consumer;

import io.broadsheet.search.AnalyzedText;
import io.broadsheet.search.LanguageAnalyzers;
import org.jspecify.annotations.Nullable;

/** Reads a text as the stems of its words, without those that say nothing. */
final class TextReading {

	private final Set<String> stopWords;

	private final Consumer<Stem> consumer;

	private @Nullable Stem pending;

	private TextReading(Set<String> stopWords, Consumer<Stem> consumer) {
		this.stopWords = stopWords;
		this.consumer = consumer;
	}

	/**
	 * Reads a text.
	 * @param language the subtag of its language
	 * @param text the text
	 * @param consumer is given each stem, in order
	 */
	static void stems(String language, AnalyzedText text, Consumer<Stem> consumer) {
		TextReading reading = new TextReading(StopWords.of(language), consumer);
		text.forEach(reading::take);
		reading.finish();
	}

	/** Gives a consumer each word of a text, as the analysis spells it. */
	static void words(String language, String text, Consumer<String> consumer) {
		AnalyzedText.of(language, text).forEach((token, first, start, end) -> {
			if (first) {
				consumer.accept(token);
			}
		});
	}

	private void take(String token, boolean first, int start, int end) {
		if (first) {
			finish();
			this.pending = this.stopWords.contains(token) ? null : new Stem(token, start, end);
		}
		else if (this.pending != null && token.charAt(0) == LanguageAnalyzers.STEM_MARK) {
			this.consumer.accept(new Stem(token.substring(1), this.pending.start(), this.pending.end()));
			this.pending = null;
		}
	}

	private void finish() {
		if (this.pending != null) {
			this.consumer.accept(this.pending);
			this.pending = null;
		}
	}

	/**
	 * A word of a text.
	 *
	 * @param stem its stem
	 * @param start where it begins in the text
	 * @param end where it ends
	 */
	record Stem(String stem, int start, int end) {
	}

}
