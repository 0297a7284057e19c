package io.broadsheet.editorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.article.Article;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A property: every field of a draft's preview is that of the article right after the
 * draft is published. The clock stands still in between, so that even the dates are.
 */
@GatewayTest
class PreviewTests {

	private static final int ROUNDS = 60;

	private static final List<String> WORDS = List.of("ferry", "tram", "harbour", "council", "bridge", "Ambel", "night",
			"budget", "**vote**", "[tide](/tide)", "桥今天重新开放", "flood\n\n", "> said\n\n", "![map](map.png)\n\n",
			"# Why\n\n", "<script>alert(1)</script>");

	private static final String EVERYTHING = """
			{
			  id slug url language headline brief
			  body { markdown html text excerpt blocks { __typename text } }
			  readingTime { minutes words label }
			  breadcrumbs { name url }
			  section { id name } authors { id name } topics { id name }
			  image { url alt decorative caption credit license width height focalPoint { x y } }
			  editorsComment { text html author { id } at }
			  corrections { text kind at }
			  firstPublishedAt publishedAt updatedAt
			  share { prompt thanks total actions { channel label url count } }
			  related { score reasons { kind label topics { id } authors { id } } article { id headline } }
			  editorsPicks { id headline }
			  jsonLd
			}
			""";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	private final Random random = new Random(42);

	private final List<Section> sections = new ArrayList<>();

	private final List<Author> authors = new ArrayList<>();

	private final List<Topic> topics = new ArrayList<>();

	private final List<ArticleBuilder> archive = new ArrayList<>();

	@BeforeEach
	void fillTheArchive() {
		this.sections.add(this.newsroom.section("Previews", null));
		this.sections.add(this.newsroom.section("Inner previews", this.sections.getFirst()));
		for (int n = 0; n < 4; n++) {
			this.authors.add(this.newsroom.author("Previewer " + n));
			this.topics.add(this.newsroom.topic("Previewed " + n));
		}
		for (int n = 0; n < 30; n++) {
			this.archive.add(article("Archive " + n + " " + words(4)).saying(words(60))
				.in(any(this.sections))
				.by(any(this.authors))
				.about(any(this.topics))
				.publishedAt(TestClock.NOON.minus(Duration.ofDays(n))));
		}
		this.archive.forEach((story) -> story.beside(any(this.archive))
			.corrected(
					new Article.Correction("It was " + words(2), Article.Correction.Kind.CORRECTION, TestClock.NOON)));
		this.newsroom.publish(this.archive.toArray(ArticleBuilder[]::new));
	}

	@Test
	void aPreviewIsWhatReadersSeeRightAfterPublication() {
		Desk vera = Desk.of(this.client, "Vera");
		for (int round = 0; round < ROUNDS; round++) {
			Desk.Draft draft = this.random.nextBoolean() ? vera.create(content(round)) : revision(vera, round);
			assertThat(draft.errors()).isEmpty();
			JsonNode preview = vera.look(draft, "{ preview " + EVERYTHING + " }").get("preview");
			Desk.Draft published = vera.publish(draft);
			assertThat(published.errors()).isEmpty();
			JsonNode read = this.client
				.ask("{ article(by: {id: \"%s\"}) %s }".formatted(published.get("article/id"), EVERYTHING))
				.at("/data/article");

			assertThat(preview.propertyNames()).isEqualTo(read.propertyNames());
			preview.forEachEntry((field, value) -> assertThat(value).as("%s of %s", field, draft.get("headline"))
				.isEqualTo(read.get(field)));
			this.clock.pass(Duration.ofSeconds(this.random.nextInt(100)));
		}
	}

	private Desk.Draft revision(Desk vera, int round) {
		Map<String, Object> content = content(round);
		content.keySet().removeIf((field) -> this.random.nextInt(3) > 0);
		content.put("from", any(this.archive).id().value());
		content.putIfAbsent("authors", List.of(any(this.authors).id().value()));
		return vera.create(content);
	}

	private Map<String, Object> content(int round) {
		Map<String, Object> content = new HashMap<>();
		content.put("headline", "Preview " + words(5).replace("#", "No."));
		content.put("markdown", "Text. " + words(this.random.nextInt(200)));
		content.put("section", any(this.sections).id().value());
		content.put("authors", ids(this.authors.stream().map(Author::id).toList(), 1));
		content.put("topics", ids(this.topics.stream().map(Topic::id).toList(), 0));
		content.put("brief", this.random.nextBoolean() ? words(20) : null);
		content.put("editorsComment", this.random.nextBoolean() ? words(9) : null);
		content.put("slug", this.random.nextBoolean() ? "preview-" + round : null);
		content.put("image", this.random.nextBoolean() ? image() : null);
		return content;
	}

	private Map<String, Object> image() {
		Map<String, Object> image = new HashMap<>(Map.of("url", "https://pictures.example/a.jpg", "width", 1200));
		if (this.random.nextBoolean()) {
			image.put("decorative", true);
		}
		else {
			image.putAll(Map.of("alt", "A bridge", "caption", words(3), "focalX", 0.25, "focalY", 0.5));
		}
		return image;
	}

	private List<String> ids(List<NodeId> all, int least) {
		List<String> ids = new ArrayList<>();
		int size = least + this.random.nextInt(all.size() - least);
		all.stream().limit(size).forEach((id) -> ids.add(this.random.nextInt(ids.size() + 1), id.value()));
		return ids;
	}

	private String words(int count) {
		List<String> words = new ArrayList<>();
		for (int n = 0; n < count; n++) {
			words.add(any(WORDS));
		}
		return String.join(" ", words);
	}

	private <T> T any(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

}
