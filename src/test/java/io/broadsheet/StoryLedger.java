package io.broadsheet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What editors were told who publish stories, correct one of three and withdraw another.
 * They look at each other's stories while these are being published, too: readers have
 * all of a story or nothing.
 */
class StoryLedger extends Ledger {

	private static final String CREATE = """
			mutation($slug: String!, $section: ID!, $author: ID!) {
			  draftCreate(input: {idempotencyKey: $slug, headline: $slug, slug: $slug, markdown: "All of it.",
			      section: $section, authors: [$author]}) { draft { id } errors { message } }
			}""";

	private static final String PUBLISH = """
			mutation($draft: ID!) {
			  draftPublish(input: {id: $draft, expectedRevision: 1}) { draft { article { id } } errors { message } }
			}""";

	private static final String CORRECT = """
			mutation($article: ID!) {
			  articleCorrect(input: {id: $article, kind: UPDATE, text: "More."}) { errors { message } }
			}""";

	private static final String WITHDRAW = """
			mutation($article: ID!) {
			  articleWithdraw(input: {id: $article, reason: "No more."}) { errors { message } }
			}""";

	private static final String READ = """
			query($slug: String!) {
			  article(by: {slug: $slug}) {
			    headline body { text } section { id } authors { id } corrections { text }
			  }
			}""";

	private static final String COUNT = "query($section: ID!) { articles(filter: {sections: [$section]}) { totalCount } }";

	private static final String LOOK = """
			query($draft: ID!, $targets: [ID!]!) {
			  draft(id: $draft) { history { nodes { action } } }
			  auditLog(filter: {targets: $targets}) { nodes { action } }
			}""";

	private final Instance gateway;

	private final String section;

	private final String author;

	private final AtomicReference<String> latest = new AtomicReference<>("");

	private final AtomicInteger count = new AtomicInteger();

	private final Map<String, Story> stories = new ConcurrentHashMap<>();

	/**
	 * @param gateway where the editors work
	 * @param section a section that has no other stories
	 * @param author who wrote them
	 */
	StoryLedger(Instance gateway, String section, String author) {
		this.gateway = gateway;
		this.section = section;
		this.author = author;
	}

	@Override
	protected void act(String slug) {
		this.latest.set(slug);
		Fate fate = Fate.values()[this.count.getAndIncrement() % Fate.values().length];
		JsonNode created = done("draftCreate", CREATE,
				Map.of("slug", slug, "section", this.section, "author", this.author));
		String draft = created.at("/draft/id").asString();
		JsonNode published = done("draftPublish", PUBLISH, Map.of("draft", draft));
		String article = published.at("/draft/article/id").asString();
		switch (fate) {
			case PUBLISHED -> readLatest();
			case CORRECTED -> done("articleCorrect", CORRECT, Map.of("article", article));
			case WITHDRAWN -> done("articleWithdraw", WITHDRAW, Map.of("article", article));
		}
		this.stories.put(slug, new Story(draft, article, fate));
	}

	/** What was acknowledged is there, whole and once, and the audit log tells of it. */
	void check() throws IOException {
		for (Map.Entry<String, Story> told : this.stories.entrySet()) {
			Story story = told.getValue();
			JsonNode read = this.gateway.ask(READ, Map.of("slug", told.getKey())).at("/data/article");
			assertThat(read.isNull()).as(told.getKey()).isEqualTo(story.fate() == Fate.WITHDRAWN);
			assertWhole(told.getKey(), read);
			assertThat(read.at("/corrections").size()).isEqualTo((story.fate() == Fate.CORRECTED) ? 1 : 0);
			JsonNode seen = this.gateway
				.askAsEditor(LOOK, Map.of("draft", story.draft(), "targets", List.of(story.draft(), story.article())))
				.get("data");
			assertThat(seen.at("/draft/history/nodes").findValuesAsString("action")).filteredOn("draftPublish"::equals)
				.hasSize(1);
			assertThat(seen.at("/auditLog/nodes").findValuesAsString("action")).contains("draftCreate", "draftPublish",
					story.fate().lastAction);
		}
		long readable = this.stories.values().stream().filter((story) -> story.fate() != Fate.WITHDRAWN).count();
		assertThat(this.gateway.ask(COUNT, Map.of("section", this.section)).at("/data/articles/totalCount").asLong())
			.isEqualTo(readable);
	}

	private JsonNode done(String mutation, String document, Map<String, String> variables) {
		JsonNode payload = insist(() -> this.gateway.askAsEditor(document, variables)).get(mutation);
		assertThat(payload.get("errors")).as(mutation).isEmpty();
		return payload;
	}

	/** What is read while it is being published may be there or not, but is whole. */
	private void readLatest() {
		String slug = this.latest.get();
		try {
			assertWhole(slug, this.gateway.ask(READ, Map.of("slug", slug)).at("/data/article"));
		}
		catch (IOException ex) {
			// The gateway was killed.
		}
	}

	private void assertWhole(String slug, JsonNode article) {
		if (article.isObject()) {
			assertThat(article.get("headline").asString()).isEqualTo(slug);
			assertThat(article.at("/body/text").asString()).isEqualTo("All of it.");
			assertThat(article.at("/section/id").asString()).isEqualTo(this.section);
			assertThat(article.at("/authors/0/id").asString()).isEqualTo(this.author);
		}
	}

	/** What becomes of a story after it is published. */
	private enum Fate {

		PUBLISHED("draftPublish"), CORRECTED("articleCorrect"), WITHDRAWN("articleWithdraw");

		private final String lastAction;

		Fate(String lastAction) {
			this.lastAction = lastAction;
		}

	}

	/**
	 * A story all of whose steps were acknowledged.
	 *
	 * @param draft the draft's id
	 * @param article the article's id
	 * @param fate what became of it
	 */
	private record Story(String draft, String article, Fate fate) {
	}

}
