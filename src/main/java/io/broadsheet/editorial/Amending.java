package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Article;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;

import org.springframework.stereotype.Component;

/**
 * Corrects and withdraws articles. Each may be sent again and is answered as the first
 * time.
 */
@Component
class Amending {

	private final Articles articles;

	private final WithdrawnArticles withdrawn;

	private final Amendments amendments;

	private final DraftWithdrawal drafts;

	private final ReadableArticles readable;

	private final Clock clock;

	Amending(Articles articles, WithdrawnArticles withdrawn, Amendments amendments, DraftWithdrawal drafts,
			ReadableArticles readable, Clock clock) {
		this.readable = readable;
		this.articles = articles;
		this.withdrawn = withdrawn;
		this.amendments = amendments;
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * Takes an article from readers.
	 * @param input which one, and why
	 * @param by who does it, by name
	 * @return the article as they last saw it
	 */
	Outcome<Article> withdraw(WithdrawInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.readable.id(input.id(), fields, "id");
		String reason = fields.text(input.reason(), "reason", Limits.REASON);
		if (reason == null) {
			fields.refuse("A reason is needed. Only the newsroom sees it.", "reason");
		}
		if (id == null || reason == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		this.amendments.withdraw(id, new Withdrawal(reason, by, now()));
		WithdrawnArticle article = this.withdrawn.find(id);
		if (article == null) {
			return Outcome.refused(this.readable.reason(id));
		}
		this.drafts.follow(id);
		return article.withdrawal().reason().equals(reason) ? Outcome.done(article.article())
				: Outcome.refused(ReadableArticles.isWithdrawn(article));
	}

	/**
	 * Adds a correction to an article.
	 * @param input which one, and what was put right
	 * @return the corrected article
	 */
	Outcome<Article> correct(CorrectInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.readable.id(input.id(), fields, "id");
		String text = fields.text(input.text(), "text", Limits.CORRECTION);
		if (text == null) {
			fields.refuse("A text is needed that says what was wrong and what is right.", "text");
		}
		if (id == null || text == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		boolean added = this.amendments.correct(id, new Correction(text, input.kind(), now()), Limits.CORRECTIONS);
		Article article = this.articles.find(id, ArticleFields.ALL);
		if (article == null) {
			return Outcome.refused(this.readable.reason(id));
		}
		boolean isThere = article.corrections()
			.stream()
			.anyMatch((made) -> made.kind() == input.kind() && made.text().equals(text));
		return (added || isThere) ? Outcome.done(article) : Outcome.refused(new NotAllowed(
				"This article has %d corrections, which is the most that one can have. Revise the article instead."
					.formatted(Limits.CORRECTIONS),
				FieldReader.path("id")));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Which article is to be withdrawn.
	 *
	 * @param id its id
	 * @param reason why; for the newsroom only
	 */
	record WithdrawInput(String id, String reason) {
	}

	/**
	 * What was put right of an article.
	 *
	 * @param id its id
	 * @param kind what kind of change it was
	 * @param text what was wrong and what is right
	 */
	record CorrectInput(String id, Correction.Kind kind, String text) {
	}

}
