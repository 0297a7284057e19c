package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Article;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Corrects and withdraws articles, and pins others beside them. Each may be sent again
 * and is answered as the first time.
 */
@Component
class Amending {

	private static final ArticleFields NOTHING = new ArticleFields(Set.of());

	private final Articles articles;

	private final WithdrawnArticles withdrawn;

	private final Amendments amendments;

	private final DraftWithdrawal drafts;

	private final Clock clock;

	Amending(Articles articles, WithdrawnArticles withdrawn, Amendments amendments, DraftWithdrawal drafts,
			Clock clock) {
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
		NodeId id = id(input.id(), fields, "id");
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
			return Outcome.refused(missing(id));
		}
		this.drafts.follow(id);
		return article.withdrawal().reason().equals(reason) ? Outcome.done(article.article())
				: Outcome.refused(isWithdrawn(article));
	}

	/**
	 * Adds a correction to an article.
	 * @param input which one, and what was put right
	 * @return the corrected article
	 */
	Outcome<Article> correct(CorrectInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = id(input.id(), fields, "id");
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
			return Outcome.refused(notReadable(id));
		}
		boolean isThere = article.corrections()
			.stream()
			.anyMatch((made) -> made.kind() == input.kind() && made.text().equals(text));
		return (added || isThere) ? Outcome.done(article) : Outcome.refused(new NotAllowed(
				"This article has %d corrections, which is the most that one can have. Revise the article instead."
					.formatted(Limits.CORRECTIONS),
				FieldReader.path("id")));
	}

	/**
	 * Pins articles beside another.
	 * @param input which ones beside which
	 * @return the other
	 */
	Outcome<Article> pin(PicksInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = id(input.id(), fields, "id");
		List<NodeId> picks = picks(input.picks(), id, fields);
		if (id != null && this.articles.find(id, NOTHING) == null) {
			errors.add(notReadable(id));
		}
		if (id == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		this.amendments.pin(id, picks);
		Article article = this.articles.find(id, ArticleFields.ALL);
		return (article != null) ? Outcome.done(article) : Outcome.refused(notReadable(id));
	}

	private List<NodeId> picks(List<String> given, @Nullable NodeId beside, FieldReader fields) {
		if (given.size() > Limits.PICKS) {
			fields.refuse("%d articles are picked; at most %d are taken.".formatted(given.size(), Limits.PICKS),
					"picks");
			return List.of();
		}
		Map<NodeId, String> places = new LinkedHashMap<>();
		for (int i = 0; i < given.size(); i++) {
			NodeId pick = id(given.get(i), fields, "picks", String.valueOf(i));
			if (pick != null && pick.equals(beside)) {
				fields.refuse("An article cannot be picked beside itself.", "picks", String.valueOf(i));
			}
			else if (pick != null) {
				places.putIfAbsent(pick, String.valueOf(i));
			}
		}
		Map<NodeId, Article> found = this.articles.find(places.keySet(), NOTHING);
		places.forEach((pick, place) -> {
			if (!found.containsKey(pick)) {
				fields.missing("There is no published article with the id \"%s\".".formatted(pick), "picks", place);
			}
		});
		return List.copyOf(places.keySet());
	}

	private static @Nullable NodeId id(String text, FieldReader fields, String... path) {
		try {
			return NodeId.parse(text, Article.KIND, "an article");
		}
		catch (Problem.BadUserInput ex) {
			fields.refuse(ex.getMessage(), path);
			return null;
		}
	}

	private UserError notReadable(NodeId id) {
		WithdrawnArticle article = this.withdrawn.find(id);
		return (article != null) ? isWithdrawn(article) : missing(id);
	}

	private static UserError isWithdrawn(WithdrawnArticle article) {
		return new NotAllowed("This article was withdrawn by %s at %s already: %s".formatted(article.withdrawal().by(),
				article.withdrawal().at(), article.withdrawal().reason()), FieldReader.path("id"));
	}

	private static UserError missing(NodeId id) {
		return new UserError.NotFound("There is no article with the id \"%s\".".formatted(id), FieldReader.path("id"));
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

	/**
	 * What is to be pinned beside an article.
	 *
	 * @param id its id
	 * @param picks the ids of those to be pinned, in order
	 */
	record PicksInput(String id, List<String> picks) {
	}

}
