package io.broadsheet.share;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.Client;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Sha256;
import io.broadsheet.graph.UserError;
import io.broadsheet.share.ShareController.ShareRecordInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Records that readers share articles, each action once. */
@Component
class ShareRecorder {

	/**
	 * Printable ASCII, as RFC 9110's field values; enough for a UUID or a hash in any
	 * spelling.
	 */
	private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

	/** What a share address is made of. */
	private static final ArticleFields SHARED_FIELDS = new ArticleFields(Set.of("headline"));

	private final Articles articles;

	private final ShareActions actions;

	private final Trends trends;

	private final ShareFeed feed;

	private final Clock clock;

	ShareRecorder(Articles articles, ShareActions actions, Trends trends, ShareFeed feed, Clock clock) {
		this.articles = articles;
		this.actions = actions;
		this.trends = trends;
		this.feed = feed;
		this.clock = clock;
	}

	/**
	 * Records an action, unless its key says that it is recorded already.
	 * @param input what the client tells
	 * @param client who tells it
	 * @return the shared article, or what is wrong
	 */
	Outcome record(ShareRecordInput input, Client client) {
		List<UserError> errors = new ArrayList<>();
		if (!IDEMPOTENCY_KEY.matcher(input.idempotencyKey()).matches()) {
			errors.add(new UserError.InvalidInput(
					"An idempotency key is 1 to 128 visible ASCII characters without spaces, such as a UUID.",
					List.of("input", "idempotencyKey")));
		}
		Article article = article(input.articleId(), errors);
		if (article == null || !errors.isEmpty()) {
			return new Outcome(null, errors);
		}
		Instant now = this.clock.instant();
		ShareActions.Recorded outcome = this.actions.record(
				new ShareAction(article.id(), input.channel(), input.idempotencyKey(), sharer(client, now), now, 0));
		ShareAction recorded = outcome.action();
		if (outcome.now()) {
			this.trends.add(recorded);
		}
		this.feed.shared(recorded.article());
		if (!recorded.article().equals(article.id()) || recorded.channel() != input.channel()) {
			return new Outcome(null, List.of(new UserError.InvalidInput(
					"This idempotency key was used to share another article or by another channel. Give each action its own.",
					List.of("input", "idempotencyKey"))));
		}
		return new Outcome(article, List.of());
	}

	private @Nullable Article article(String id, List<UserError> errors) {
		List<String> path = List.of("input", "articleId");
		try {
			Article article = this.articles.find(NodeId.parse(id, Article.KIND, "an article"), SHARED_FIELDS);
			if (article == null) {
				errors.add(new UserError.NotFound("There is no article with the id \"%s\".".formatted(id), path));
			}
			return article;
		}
		catch (Problem.BadUserInput ex) {
			errors.add(new UserError.InvalidInput(ex.getMessage(), path));
			return null;
		}
	}

	/** The day is part of it, so that nobody can be followed from one day to the next. */
	private static String sharer(Client client, Instant now) {
		String name = LocalDate.ofInstant(now, ZoneOffset.UTC) + " " + client.address();
		byte[] digest = Sha256.of(name);
		return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
	}

	/**
	 * What came of recording.
	 *
	 * @param article the shared article; null if it was not recorded
	 * @param errors why not; empty if it was
	 */
	record Outcome(@Nullable Article article, List<UserError> errors) {
	}

}
