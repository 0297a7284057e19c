package io.broadsheet.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.broadsheet.article.Article;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.editorial.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What a newsroom's front matter says beside that of static sites: the editor's comment,
 * corrections, and why an article was withdrawn.
 */
final class EditorsAdditions {

	private static final String[] COMMENT = { "editorsComment", "editorComment" };

	private static final String WITHDRAWN = "withdrawn";

	private final ZoneId zone;

	EditorsAdditions(ZoneId zone) {
		this.zone = zone;
	}

	/** Takes the editor's comment, or null if there is none. */
	ArticleEntry.@Nullable Comment comment(Fields fields) throws Refused {
		int line = fields.line(COMMENT);
		Object value = fields.peek(COMMENT);
		Fields said = fields;
		String text;
		if (value instanceof Map<?, ?> map) {
			fields.take(COMMENT);
			said = fields.within(map, line);
			text = said.text(Limits.COMMENT, "text", "markdown");
		}
		else {
			text = fields.text(Limits.COMMENT, COMMENT);
		}
		boolean within = said != fields;
		String author = within ? said.text(Limits.NAME, "author") : fields.text(Limits.NAME, "editorsCommentAuthor");
		Instant at = within ? said.moment(this.zone, "at", "date")
				: fields.moment(this.zone, "editorsCommentAt", "editorsCommentDate");
		return (text != null) ? new ArticleEntry.Comment(text, (author != null) ? Reference.to(author) : null, at)
				: null;
	}

	/** Takes the corrections. */
	List<Article.Correction> corrections(Fields fields) throws Refused {
		int line = fields.line("corrections");
		List<Article.Correction> corrections = new ArrayList<>();
		for (Object item : fields.list("corrections")) {
			if (!(item instanceof Map<?, ?> map)) {
				throw new Refused(line, "A correction must have a date and a text.");
			}
			corrections.add(correction(fields.within(map, line), line));
		}
		fields.requireAtMost(Limits.CORRECTIONS, corrections.size(), "corrections");
		return corrections;
	}

	/** Takes why readers no longer get it, or null if they do. */
	@Nullable Withdrawal withdrawal(Fields fields) throws Refused {
		int line = fields.line(WITHDRAWN);
		if (!(fields.peek(WITHDRAWN) instanceof Map<?, ?> map)) {
			return null;
		}
		fields.take(WITHDRAWN);
		Fields said = fields.within(map, line);
		String reason = said.text(Limits.REASON, "reason");
		String by = said.text(Limits.NAME, "by");
		Instant at = said.moment(this.zone, "at");
		if (reason == null || by == null || at == null) {
			throw new Refused(line, "What was withdrawn must have a reason, a name and a date.");
		}
		return new Withdrawal(reason, by, at);
	}

	private Article.Correction correction(Fields fields, int line) throws Refused {
		String text = fields.text(Limits.CORRECTION, "text");
		String kind = fields.text("kind");
		Instant at = fields.moment(this.zone, "at", "date");
		if (text == null || at == null) {
			throw new Refused(line, "A correction must have a date and a text.");
		}
		try {
			return new Article.Correction(text,
					(kind != null) ? Article.Correction.Kind.valueOf(kind.toUpperCase(Locale.ROOT))
							: Article.Correction.Kind.CORRECTION,
					at);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(line,
					"A correction's kind is CORRECTION, CLARIFICATION, UPDATE or RETRACTION, not \"%s\"."
						.formatted(kind));
		}
	}

}
