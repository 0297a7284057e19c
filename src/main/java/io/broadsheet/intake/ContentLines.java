package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.BiConsumer;

import io.broadsheet.article.Article;
import io.broadsheet.author.Author;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A file of NDJSON, a line after the other. A line that is refused does not keep the next
 * from being read.
 */
final class ContentLines {

	private final ContentFile file;

	private final BiConsumer<Source, String> refusals;

	ContentLines(ContentFile file, BiConsumer<Source, String> refusals) {
		this.file = file;
		this.refusals = refusals;
	}

	/**
	 * A line that could be read.
	 *
	 * @param kind the letter of what it defines
	 * @param fields what it says
	 * @param source where it is
	 */
	record Content(char kind, Fields fields, Source source) {
	}

	/** What is done with a line. */
	interface Taker {

		/**
		 * Takes a line.
		 * @param content the line
		 * @param read how many bytes of the file were read
		 */
		void take(Content content, long read) throws Refused;

	}

	/**
	 * Reads the lines.
	 * @param taker is given each that can be read
	 * @param isFirstTime whether those that cannot be read are to be told of
	 */
	void read(Taker taker, boolean isFirstTime) throws IOException {
		try (LineReader reader = new LineReader(Files.newInputStream(this.file.path()), JsonFrontMatter.MAX_LINE)) {
			while (reader.next()) {
				Content content = content(reader, isFirstTime);
				if (content != null) {
					take(taker, content, reader.read());
				}
			}
		}
	}

	private void take(Taker taker, Content content, long read) {
		try {
			taker.take(content, read);
		}
		catch (Refused ex) {
			this.refusals.accept(new Source(this.file.name(), ex.line()), ex.reason());
		}
	}

	private @Nullable Content content(LineReader reader, boolean isFirstTime) {
		try {
			return content(reader.line(), reader.number());
		}
		catch (Refused ex) {
			if (isFirstTime) {
				this.refusals.accept(new Source(this.file.name(), ex.line()), ex.reason());
			}
			return null;
		}
	}

	private @Nullable Content content(byte @Nullable [] line, int number) throws Refused {
		String text = text(line, number);
		if (text.isBlank()) {
			return null;
		}
		Fields fields = new Fields(JsonFrontMatter.read(text, number));
		return new Content(kind(fields, number), fields, new Source(this.file.name(), number));
	}

	/**
	 * A line's text.
	 * @param line its bytes; null if it is too long
	 * @param number its number
	 */
	static String text(byte @Nullable [] line, int number) throws Refused {
		if (line == null) {
			throw new Refused(number, "The line has more than %,d bytes, which is the most that is taken."
				.formatted(JsonFrontMatter.MAX_LINE));
		}
		return Utf8.text(line, number);
	}

	/**
	 * What a line is: what it says, or what its file is named after, or an article if it
	 * has a headline.
	 */
	private char kind(Fields fields, int line) throws Refused {
		String type = (fields.peek("type") instanceof String text) ? text.toLowerCase(Locale.ROOT) : "";
		char said = switch (type) {
			case "article" -> Article.KIND;
			case "author" -> Author.KIND;
			case "topic" -> Topic.KIND;
			case "section" -> Section.KIND;
			default -> 0;
		};
		if (said != 0) {
			fields.take("type");
			return said;
		}
		return switch (this.file.kind()) {
			case SECTIONS -> Section.KIND;
			case AUTHORS -> Author.KIND;
			case TOPICS -> Topic.KIND;
			case ARTICLES -> Article.KIND;
			default -> {
				if (fields.peek("headline", "title") == null) {
					throw new Refused(line,
							"The line does not say what it is: \"type\" must be Article, Author, Topic or Section, if it has no headline.");
				}
				yield Article.KIND;
			}
		};
	}

}
