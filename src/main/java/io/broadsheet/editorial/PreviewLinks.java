package io.broadsheet.editorial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes and ends links for people without an account, such as a lawyer or a source. A
 * link shows one draft and nothing else that readers do not see.
 */
@Component
class PreviewLinks {

	/** What is shown to outsiders should not be so for ever. */
	private static final Duration LONGEST = Duration.ofDays(90);

	private static final int TOKEN_BYTES = 32;

	private final PreviewLinkRepository links;

	private final DraftSteps steps;

	private final RevisionRepository revisions;

	private final Editions editions;

	private final Articles articles;

	private final RandomGenerator random;

	PreviewLinks(PreviewLinkRepository links, DraftSteps steps, RevisionRepository revisions, Editions editions,
			Articles articles, RandomGenerator random) {
		this.links = links;
		this.steps = steps;
		this.revisions = revisions;
		this.editions = editions;
		this.articles = articles;
		this.random = random;
	}

	/** Makes a link. */
	Outcome<PreviewLink> create(CreateInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		Instant now = this.steps.now();
		Instant expiresAt = input.expiresAt().truncatedTo(ChronoUnit.MILLIS);
		Draft draft = this.steps.find(input.draft(), fields, "draft");
		Integer revision = input.revision();
		if (draft != null && revision != null && (revision < 1 || this.revisions.find(draft, revision) == null)) {
			fields.missing("This draft has the revisions 1 to %d, and no %d.".formatted(draft.revision(), revision),
					"revision");
		}
		if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
			fields.refuse("A link must end in the future, within %d days: before %s.".formatted(LONGEST.toDays(),
					now.plus(LONGEST)), "expiresAt");
		}
		if (draft == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		PreviewLink link = new PreviewLink(NodeId.random(PreviewLink.KIND, this.random), draft.id(), token(), revision,
				expiresAt, by, now);
		this.links.insert(link);
		return Outcome.done(link);
	}

	/** Ends a link; one that has ended stays so. */
	Outcome<PreviewLink> revoke(RevokeInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = fields.id(input.id(), PreviewLink.KIND, "a preview link", "id");
		PreviewLink link = (id != null) ? this.links.revoke(id) : null;
		if (link != null) {
			return Outcome.done(link);
		}
		if (id != null) {
			fields.missing("There is no preview link with the id \"%s\".".formatted(id), "id");
		}
		return Outcome.refused(errors);
	}

	/** The links of a draft that lead somewhere. */
	List<PreviewLink> of(Draft draft) {
		return this.links.findByDraft(draft.id(), this.steps.now());
	}

	/**
	 * What a link shows.
	 * @param token the link's token
	 * @return the article as readers would see it, or null if the link leads nowhere
	 */
	@Nullable Article open(String token) {
		PreviewLink link = this.links.findByToken(token, this.steps.now());
		Draft draft = (link != null) ? this.steps.find(link.draftId()) : null;
		if (link == null || draft == null) {
			return null;
		}
		Revision pinned = (link.revision() != null) ? this.revisions.find(draft, link.revision()) : null;
		return this.editions.preview((pinned != null) ? draft.at(pinned) : draft,
				this.articles.findEvenWithdrawn(draft.articleId()));
	}

	private String token() {
		byte[] token = new byte[TOKEN_BYTES];
		this.random.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/**
	 * What a link is made of.
	 *
	 * @param draft the draft's id
	 * @param expiresAt when it ends
	 * @param revision the revision that it shows; null for always the latest
	 */
	record CreateInput(String draft, Instant expiresAt, @Nullable Integer revision) {
	}

	/**
	 * Which link is to end.
	 *
	 * @param id its id
	 */
	record RevokeInput(String id) {
	}

}
