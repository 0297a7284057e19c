package io.broadsheet.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.article.Article;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.media.Image;
import io.broadsheet.section.Section;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Each static site's habits, as its own documentation and starters show them. */
class StaticSiteTests {

	@AutoClose
	private Press press;

	StaticSiteTests(@TempDir Path folder) {
		this.press = new Press(folder);
	}

	@BeforeEach
	void begin() {
		assertThat(this.press.all()).isEmpty();
	}

	@Test
	void hugo() {
		this.press.picture("static/images/bridge.svg", 40)
			.picture("content/politics/bridge/harbour.svg", 30)
			.file("content/_index.md", "---", "title: Home", "---")
			.file("content/politics/_index.md", "---", "title: Politics & Power", "description: Who decides.",
					"weight: 4", "---")
			.file("content/politics/bridge/index.md", "+++", "title = 'Bridge reopens'",
					"date = 2026-05-14T08:30:00+02:00", "lastmod = 2026-05-15", "description = 'After eleven weeks.'",
					"tags = ['Bridges', 'Repairs']", "categories = ['Town']", "authors = ['Sarah Johnson', 'Li Wei']",
					"aliases = ['/old/bridge/', 'https://paper.test/2026/bridge.html']",
					"images = ['/images/bridge.svg']", "series = ['Bridges']", "[params]", "hero = true", "+++", "",
					"Over the ![harbour](harbour.svg) again.")
			.file("content/politics/elections/vote.de.md", "---", "title: Wahl", "date: 2026-05-14", "---", "Ja.");

		assertThat(this.press.takeIn().refusals()).as(this.press.refusals().toString()).isZero();

		Article bridge = this.press.article("bridge");
		assertThat(bridge.headline()).isEqualTo("Bridge reopens");
		assertThat(bridge.brief()).isEqualTo("After eleven weeks.");
		assertThat(bridge.publishedAt()).isEqualTo("2026-05-14T06:30:00Z");
		assertThat(bridge.updatedAt()).isEqualTo("2026-05-15T00:00:00Z");
		assertThat(this.press.sectionOf(bridge)).isEqualTo("Politics & Power");
		assertThat(this.press.authorsOf(bridge)).containsExactly("Sarah Johnson", "Li Wei");
		assertThat(this.press.topicsOf(bridge)).containsExactly("Bridges", "Repairs", "Town");
		assertThat(bridge.formerAddresses()).containsExactly("/old/bridge", "/2026/bridge.html");
		assertThat(bridge.image()).extracting(Image::width, Image::height, Image::decorative)
			.containsExactly(40, 20, true);
		assertThat(bridge.markdown()).matches("Over the !\\[harbour]\\(/media/[0-9a-f]{32}\\.svg\\) again\\.");
		assertThat(PlainValues.ofMap(bridge.extra()))
			.isEqualTo(Map.of("series", List.of("Bridges"), "params", Map.of("hero", true)));
		Article vote = this.press.article("vote-de");
		assertThat(vote.language()).isEqualTo("de");
		assertThat(this.press.sectionOf(vote)).isEqualTo("Politics & Power > Elections");
		Section politics = Objects.requireNonNull(this.press.sections().findBySlug("politics"));
		assertThat(politics.description()).isEqualTo("Who decides.");
		assertThat(politics.position()).isEqualTo(4);
	}

	@Test
	void jekyll() {
		this.press.picture("assets/images/tram.svg", 40)
			.file("_posts/2026-05-14-night-trams.md", "---", "layout: post", "title: Night trams",
					"date: 2026-05-14 08:30:00 +0200", "author: jane-doe", "tags: trams, night shift",
					"categories: [transport]", "excerpt: They run.", "redirect_from:", "  - /trams.html",
					"image: /assets/images/tram.svg", "image_alt: A tram", "---", "Text.")
			.file("_posts/2026-05-16-undated.md", "---", "title: Undated", "permalink: /2026/short/", "---", "Text.")
			.file("_posts/2026-05-17-pattern.md", "---", "title: Pattern", "permalink: /:year/:title/", "---", "Text.")
			.file("sport/_posts/2026-05-18-cup.md", "---", "title: Cup", "published: false", "---", "Text.")
			.file("_drafts/later.md", "---", "title: Later", "date: 2026-01-01", "---", "Text.");

		ImportReport report = this.press.takeIn();

		assertThat(this.press.refusals()).isEmpty();
		assertThat(this.press.all().keySet()).containsExactly("night-trams", "pattern", "short");
		assertThat(report.drafts()).isEqualTo(2);
		Article trams = this.press.article("night-trams");
		assertThat(trams.publishedAt()).isEqualTo("2026-05-14T06:30:00Z");
		assertThat(this.press.authorsOf(trams)).containsExactly("Jane Doe");
		assertThat(this.press.topicsOf(trams)).containsExactly("Trams", "night shift", "Transport");
		assertThat(trams.brief()).isEqualTo("They run.");
		assertThat(trams.formerAddresses()).containsExactly("/trams.html");
		assertThat(Objects.requireNonNull(trams.image()).alt()).isEqualTo("A tram");
		assertThat(trams.extra()).isEqualTo(Map.of("layout", "post"));
		Article undated = this.press.article("short");
		assertThat(undated.publishedAt()).isEqualTo("2026-05-16T00:00:00Z");
		assertThat(undated.formerAddresses()).containsExactly("/2026/short");
		assertThat(this.press.article("pattern").extra()).containsEntry("permalink", "/:year/:title/");
	}

	@Test
	void zola() {
		this.press.file("content/culture/2026-05-14_theatre.md", "+++", "title = 'The theatre'", "updated = 2026-05-20",
				"aliases = ['stage/theatre']", "[taxonomies]", "tags = ['Theatre']", "categories = ['Culture']",
				"authors = ['Priya Wetherby']", "[extra]", "image = 'https://pictures.test/stage.jpg'", "mood = 'calm'",
				"+++", "Text.");

		this.press.takeIn();

		Article theatre = this.press.article("theatre");
		assertThat(theatre.publishedAt()).isEqualTo("2026-05-14T00:00:00Z");
		assertThat(theatre.updatedAt()).isEqualTo("2026-05-20T00:00:00Z");
		assertThat(this.press.sectionOf(theatre)).isEqualTo("Culture");
		assertThat(this.press.topicsOf(theatre)).containsExactly("Theatre");
		assertThat(this.press.authorsOf(theatre)).containsExactly("Priya Wetherby");
		assertThat(theatre.formerAddresses()).containsExactly("/stage/theatre");
		assertThat(Objects.requireNonNull(theatre.image()).url()).isEqualTo("https://pictures.test/stage.jpg");
		assertThat(theatre.extra()).isEqualTo(Map.of("mood", "calm"));
	}

	@Test
	void eleventy() {
		this.press.file("content/blog/fourth-post.md", "---", "title: Fourth", "description: It is the fourth.",
				"date: 2026-05-14", "tags: [posts, second tag]", "eleventyExcludeFromCollections: false", "---",
				"Text.");

		this.press.takeIn();

		Article fourth = this.press.article("fourth-post");
		assertThat(this.press.topicsOf(fourth)).containsExactly("second tag");
		assertThat(this.press.sectionOf(fourth)).isEqualTo("Blog");
		assertThat(fourth.extra()).isEqualTo(Map.of("eleventyExcludeFromCollections", false));
	}

	@Test
	void astro() {
		this.press.picture("src/assets/hero.svg", 40)
			.file("src/content/blog/first-post.md", "---", "title: 'First post'", "description: 'Lorem'",
					"pubDate: 'Jul 08 2022'", "updatedDate: '2022-07-10'", "heroImage: '../../assets/hero.svg'",
					"heroImageAlt: 'A hero'", "author: {name: Astro Learner, bio: Learns.}", "---", "Text.");

		this.press.takeIn();

		assertThat(this.press.refusals()).isEmpty();
		Article first = this.press.article("first-post");
		assertThat(first.publishedAt()).isEqualTo("2022-07-08T00:00:00Z");
		assertThat(first.updatedAt()).isEqualTo("2022-07-10T00:00:00Z");
		assertThat(Objects.requireNonNull(first.image()).alt()).isEqualTo("A hero");
		assertThat(Objects.requireNonNull(this.press.authors().findBySlug("astro-learner")).bio()).isEqualTo("Learns.");
		assertThat(first.extra()).isEmpty();
	}

	@Test
	void whatANewsroomAdds() {
		this.press.picture("pictures/dog.svg", 50)
			.file("other.md", "---", "title: Other", "date: 2026-05-01", "---", "x")
			.file("dog.md", "---", "title: A dog", "date: 2026-05-14", "lang: pt_br", "picks: [other, later]",
					"editorsComment: Good dog.", "editorsCommentAuthor: Hester Calloway", "corrections:",
					"  - {kind: clarification, date: 2026-05-15, text: It is a poodle.}", "image:",
					"  src: pictures/dog.svg", "  alt: A dog", "  caption: On Tuesday", "  credit: Li Wei",
					"  license: CC BY 4.0", "  focalPoint: {x: 0.25, y: 0.5}", "  loading: lazy",
					"section: News/Animals", "---", "Woof.");

		this.press.takeIn();

		Article dog = this.press.article("dog");
		assertThat(dog.language()).isEqualTo("pt-BR");
		assertThat(dog.picks()).first().isEqualTo(this.press.article("other").id());
		assertThat(Objects.requireNonNull(dog.editorsComment()).text()).isEqualTo("Good dog.");
		assertThat(Objects.requireNonNull(dog.editorsComment()).author())
			.isEqualTo(Objects.requireNonNull(this.press.authors().findBySlug("hester-calloway")).id());
		assertThat(dog.corrections()).containsExactly(new Correction("It is a poodle.", Correction.Kind.CLARIFICATION,
				Instant.parse("2026-05-15T00:00:00Z")));
		Image image = Objects.requireNonNull(dog.image());
		assertThat(image.caption()).isEqualTo("On Tuesday");
		assertThat(image.focalPoint()).isEqualTo(new Image.FocalPoint(0.25, 0.5));
		assertThat(PlainValues.ofMap(dog.extra())).isEqualTo(Map.of("image", Map.of("loading", "lazy")));
		assertThat(this.press.sectionOf(dog)).isEqualTo("News > Animals");
	}

	@Test
	void theNewsroomsTimeZoneHasItsMidnight(@TempDir Path folder) {
		try (Press tokyo = new Press(folder, "https://paper.test", ZoneId.of("Asia/Tokyo"))) {
			tokyo.file("a.md", "---", "title: A", "date: 2026-05-14", "---", "x").takeIn();

			assertThat(tokyo.article("a").publishedAt()).isEqualTo("2026-05-13T15:00:00Z");
		}
	}

	@Test
	void aPartHasTheSameSectionAsTheWhole() {
		this.press.file("content/news/local/a.md", "---", "title: A", "date: 2026-05-14", "---", "x").takeIn();

		assertThat(this.press.takeIn("content/news/local/a.md").unchangedArticles()).isOne();
		assertThat(this.press.takeIn("content/news").unchangedArticles()).isOne();
	}

	@Test
	void foldersAroundTheSiteAreNoSections() {
		this.press.picture("src/articles/static/one.svg", 20)
			.file("src/articles/content/news/a.md", "---", "title: A", "date: 2026-05-14", "image: /one.svg", "---",
					"x")
			.file("src/paper/news/b.md", "---", "title: B", "date: 2026-05-14", "---", "x");

		this.press.takeIn("src/articles", "src/paper");

		assertThat(this.press.refusals()).isEmpty();
		assertThat(this.press.sectionOf(this.press.article("a"))).isEqualTo("News");
		assertThat(this.press.sectionOf(this.press.article("b"))).isEqualTo("News");
	}

	@Test
	void foldersOfOneNameAreTwoSections() {
		this.press.file("news/local/a.md", "---", "title: A", "date: 2026-05-14", "---", "x")
			.file("sport/local/b.md", "---", "title: B", "date: 2026-05-14", "---", "x");

		this.press.takeIn();

		assertThat(this.press.sectionOf(this.press.article("a"))).isEqualTo("News > Local");
		assertThat(this.press.sectionOf(this.press.article("b"))).isEqualTo("Sport > Local");
		assertThat(this.press.takeIn().unchangedArticles()).isEqualTo(2);
	}

}
