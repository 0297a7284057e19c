package io.broadsheet.editorial;

import java.util.List;

import graphql.GraphQLContext;
import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** The mutations of articles that are published. */
@Controller
class AmendmentController {

	private final Amending amending;

	private final Pinning pinning;

	AmendmentController(Amending amending, Pinning pinning) {
		this.amending = amending;
		this.pinning = pinning;
	}

	@MutationMapping
	ArticlePayload articleWithdraw(@Argument Amending.WithdrawInput input, GraphQLContext context) {
		return ArticlePayload.of(this.amending.withdraw(input, Editor.in(context)), input.reason());
	}

	@MutationMapping
	ArticlePayload articleCorrect(@Argument Amending.CorrectInput input) {
		return ArticlePayload.of(this.amending.correct(input), "%s: %s".formatted(input.kind(), input.text()));
	}

	@MutationMapping
	ArticlePayload editorsPicksSet(@Argument Pinning.PicksInput input) {
		return ArticlePayload.of(this.pinning.pin(input), String.join(", ", input.picks()));
	}

	/**
	 * What came of a change of an article.
	 *
	 * @param article the article
	 * @param errors why nothing changed; empty if it did
	 * @param note what the log should know beside that
	 */
	record ArticlePayload(@Nullable Article article, List<UserError> errors,
			@Nullable String note) implements EditorsPayload {

		static ArticlePayload of(Outcome<Article> outcome, String note) {
			return new ArticlePayload(outcome.value(), outcome.errors(), note);
		}

		@Override
		public @Nullable NodeId about() {
			return (this.article != null) ? this.article.id() : null;
		}

	}

}
