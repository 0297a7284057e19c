package io.broadsheet.related;

import java.util.List;
import java.util.Map;

/** What readers read as reasons, in the language of the article. */
final class ReasonLabels {

	private static final Map<String, Words> BY_LANGUAGE = Map.of("en",
			new Words("Also about %s", "Both mention %s", "“%s”", "Also by %s", "Also in %s", "Picked by the editors",
					"and", "Similar in content"),
			"de",
			new Words("Auch zum Thema %s", "Beide erwähnen %s", "„%s“", "Ebenfalls von %s", "Ebenfalls in %s",
					"Von der Redaktion ausgewählt", "und", "Ähnlicher Inhalt"),
			"fr",
			new Words("Également sur : %s", "Les deux mentionnent %s", "« %s »", "Également de %s", "Également dans %s",
					"Choisi par la rédaction", "et", "Contenu semblable"),
			"es", new Words("También sobre %s", "Ambos mencionan %s", "«%s»", "También de %s", "También en %s",
					"Elegido por la redacción", "y", "Contenido similar"));

	private static final Words ENGLISH = wordsOf("en");

	private static final int MOST_NAMES = 3;

	private final Words words;

	private ReasonLabels(Words words) {
		this.words = words;
	}

	/** The labels of a language, or English ones. */
	static ReasonLabels of(String languageTag) {
		return new ReasonLabels(BY_LANGUAGE.getOrDefault(Traits.primary(languageTag), ENGLISH));
	}

	String topics(List<String> names) {
		return this.words.topics().formatted(list(names));
	}

	String phrases(List<String> phrases) {
		if (phrases.isEmpty()) {
			return this.words.content();
		}
		return this.words.phrases().formatted(list(phrases.stream().map(this.words.quote()::formatted).toList()));
	}

	String authors(List<String> names) {
		return this.words.authors().formatted(list(names));
	}

	String section(String name) {
		return this.words.section().formatted(name);
	}

	String pick() {
		return this.words.pick();
	}

	private String list(List<String> names) {
		List<String> shown = names.subList(0, Math.min(names.size(), MOST_NAMES));
		if (shown.size() == 1) {
			return shown.getFirst();
		}
		String last = shown.getLast();
		return String.join(", ", shown.subList(0, shown.size() - 1)) + " " + this.words.and() + " " + last;
	}

	private static Words wordsOf(String language) {
		Words words = BY_LANGUAGE.get(language);
		if (words == null) {
			throw new IllegalStateException("No labels in " + language);
		}
		return words;
	}

	private record Words(String topics, String phrases, String quote, String authors, String section, String pick,
			String and, String content) {
	}

}
