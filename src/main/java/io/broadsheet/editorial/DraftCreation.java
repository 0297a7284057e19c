package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.graph.UserError.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Begins drafts: from nothing, or from an article. An article's draft is one for good, so
 * that its history is one, too: it is taken up again each time that the article is to be
 * revised.
 */
@Component
class DraftCreation {

	private static final List<String> FROM = FieldReader.path("from");

	private final DraftRepository drafts;

	private final RevisionRepository revisions;

	private final DraftSteps steps;

	private final ContentReading reading;

	private final Articles articles;

	private final RandomGenerator random;

	DraftCreation(DraftRepository drafts, RevisionRepository revisions, DraftSteps steps, ContentReading reading,
			Articles articles, RandomGenerator random) {
		this.drafts = drafts;
		this.revisions = revisions;
		this.steps = steps;
		this.reading = reading;
		this.articles = articles;
		this.random = random;
	}

	/**
	 * Begins a draft, unless this very request has begun one before.
	 * @param input what it is begun with
	 * @param by who begins it, by name
	 * @return the draft, or everything that is wrong
	 */
	DraftPayload create(DraftCreateInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		RequestKey request = request(input, by, errors);
		Draft same = (request != null) ? this.drafts.findByRequest(request) : null;
		if (request != null && same != null) {
			return again(same, request);
		}
		Draft.Origin origin = new Draft.Origin(by, this.steps.now(), request);
		return (input.from() != null) ? revise(input, input.from(), origin, errors) : begin(input, origin, errors);
	}

	private static @Nullable RequestKey request(DraftCreateInput input, String by, List<UserError> errors) {
		String key = input.idempotencyKey();
		boolean isKey = key != null && new FieldReader(errors).isIdempotencyKey(key);
		return (key != null && isKey) ? RequestKey.of(by, key, input.toString()) : null;
	}

	private static DraftPayload again(Draft same, RequestKey request) {
		boolean isSame = same.origin().request() != null && same.origin().request().equals(request);
		return isSame ? DraftPayload.done(same)
				: DraftPayload.refused(List.of(new InvalidInput(
						"You have begun another draft with this idempotency key. Give each request its own.",
						FieldReader.path("idempotencyKey"))));
	}

	private DraftPayload begin(DraftCreateInput input, Draft.Origin origin, List<UserError> errors) {
		DraftContent content = this.reading.read(input, DraftContent.EMPTY, null, origin.at(), errors);
		if (!errors.isEmpty()) {
			return DraftPayload.refused(errors);
		}
		Draft draft = draft(id(Article.KIND, origin), DraftContent.EMPTY, content, origin);
		return this.drafts.insert(draft) ? DraftPayload.done(draft) : create(input, origin.by());
	}

	private DraftPayload revise(DraftCreateInput input, String from, Draft.Origin origin, List<UserError> errors) {
		Article article = article(from, errors);
		NodeId id = (article != null) ? article.id() : null;
		DraftContent base = (article != null) ? DraftContent.of(article) : DraftContent.EMPTY;
		DraftContent content = this.reading.read(input, base, id, origin.at(), errors);
		Draft before = (id != null) ? this.steps.findByArticle(id) : null;
		if (before != null && before.status().isOpen()) {
			errors.add(new NotAllowed(
					"%s is working on this article already: go on with the draft %s (revision %d), or discard it first."
						.formatted(before.latest().by(), before.id(), before.revision()),
					FROM));
		}
		if (id == null || !errors.isEmpty()) {
			return DraftPayload.refused(errors);
		}
		Draft draft = (before != null)
				? before.after(Step.CREATE, DraftStatus.DRAFT, content, origin.by(), origin.at()).begunBy(origin)
				: draft(id, base, content, origin);
		return store(before, draft) ? DraftPayload.done(draft) : create(input, origin.by());
	}

	/** A request that has a name begins a draft whose id it can know before. */
	private NodeId id(char kind, Draft.Origin origin) {
		RequestKey request = origin.request();
		return (request != null) ? NodeId.named(kind, request.key()) : NodeId.random(kind, this.random);
	}

	private boolean store(@Nullable Draft before, Draft draft) {
		if (before == null) {
			return this.drafts.insert(draft);
		}
		this.revisions.keep(before);
		return this.drafts.replace(before, draft);
	}

	private Draft draft(NodeId article, DraftContent base, DraftContent content, Draft.Origin origin) {
		Draft.Entry first = new Draft.Entry(1, origin.at(), origin.by(), Step.CREATE, base.differences(content));
		return new Draft(id(Draft.KIND, origin), article, DraftStatus.DRAFT, content, first, origin,
				Set.of(origin.by()), null, null, null);
	}

	private @Nullable Article article(String from, List<UserError> errors) {
		FieldReader fields = new FieldReader(errors);
		NodeId id = fields.id(from, Article.KIND, "an article", "from");
		Article article = (id != null) ? this.articles.findEvenWithdrawn(id) : null;
		if (id != null && article == null) {
			fields.missing("There is no article with the id \"%s\".".formatted(from), "from");
		}
		return article;
	}

}
