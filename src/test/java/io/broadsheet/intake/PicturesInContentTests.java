package io.broadsheet.intake;

import java.nio.file.Path;
import java.util.Objects;

import io.broadsheet.article.Article;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesInContentTests {

	private static final String MEDIA = "/media/[0-9a-f]{32}\\.svg";

	@AutoClose
	private final Press press;

	PicturesInContentTests(@TempDir Path folder) {
		this.press = new Press(folder);
	}

	private String body(String... lines) {
		this.press.picture("content/news/pictures/a b.svg", 10)
			.picture("content/news/one.svg", 11)
			.picture("static/two.svg", 12)
			.file("content/news/story.md", "---\ntitle: A\ndate: 2026-05-14\n---\n" + String.join("\n", lines))
			.takeIn();
		assertThat(this.press.refusals()).isEmpty();
		return this.press.article("story").markdown();
	}

	@Test
	void everyWayToNameOneIsFound() {
		assertThat(body("![one](one.svg)")).matches("!\\[one]\\(" + MEDIA + "\\)");
		assertThat(body("![x](./one.svg \"A title\") ![y](/two.svg?size=3)"))
			.matches("!\\[x]\\(" + MEDIA + " \"A title\"\\) !\\[y]\\(" + MEDIA + "\\)");
		assertThat(body("![x](<pictures/a b.svg>) and ![y](pictures/a%20b.svg)"))
			.matches("!\\[x]\\(<" + MEDIA + ">\\) and !\\[y]\\(" + MEDIA + "\\)");
		assertThat(body("![x][ref] and [link](one.svg)", "", "[ref]: one.svg 'Title'"))
			.matches("(?s)!\\[x]\\[ref] and \\[link]\\(one\\.svg\\)\n\n\\[ref]: " + MEDIA + " 'Title'");
		assertThat(body("> - ![x](one.svg)", ">   ![y](one.svg)"))
			.matches("(?s)> - !\\[x]\\(" + MEDIA + "\\)\n>   !\\[y]\\(" + MEDIA + "\\)");
		assertThat(body("<figure><img alt='x' src=\"one.svg\" width=3></figure>"))
			.matches("<figure><img alt='x' src=\"" + MEDIA + "\" width=3></figure>");
		assertThat(body("Text <img src='/two.svg'> goes on.")).matches("Text <img src='" + MEDIA + "'> goes on\\.");
	}

	@Test
	void theRestStaysToTheLetter() {
		String text = "`![code](one.svg)` \\![no](one.svg)\n\n    ![block](one.svg)\n\n![web](https://a.test/one.svg)  \nend";

		assertThat(body(text)).isEqualTo(text);
	}

	@Test
	void anAbsentPictureRefusesTheArticleByLine() {
		this.press.file("story.md", "---", "title: A", "date: 2026-05-14", "---", "", "One.", "", "![x](gone.svg)")
			.file("ref.md", "---", "title: A", "date: 2026-05-14", "---", "![x][r]", "", "[r]: gone.svg");

		this.press.takeIn();

		assertThat(this.press.refusals()).containsExactlyInAnyOrder(
				"story.md:8: There is no picture at \"gone.svg\", neither from here nor from the site's root.",
				"ref.md:7: There is no picture at \"gone.svg\", neither from here nor from the site's root.");
	}

	@Test
	void aDangerousPictureRefusesTheArticle() {
		this.press.file("bad.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><script/></svg>")
			.file("story.md", "---", "title: A", "date: 2026-05-14", "image: bad.svg", "---", "x");

		this.press.takeIn();

		assertThat(this.press.refusals()).singleElement()
			.asString()
			.startsWith("story.md:4: The picture \"bad.svg\" is refused: ");
		assertThat(this.press.all()).isEmpty();
	}

	@Test
	void anAuthorsPictureIsTakenInToo() {
		this.press.picture("faces/jane.svg", 30)
			.file("authors.ndjson",
					"{\"name\":\"Jane\",\"avatar\":{\"url\":\"faces/jane.svg\",\"alt\":\"Jane, laughing\"}}")
			.takeIn();

		assertThat(this.press.refusals()).isEmpty();
		String url = Objects.requireNonNull(Objects.requireNonNull(this.press.authors().findBySlug("jane")).avatar())
			.url();
		assertThat(url).matches("https://paper\\.test" + MEDIA);
		assertThat(this.press.pictures().find(url)).isNotNull();
	}

	@Test
	void theSamePictureIsKeptOnce() {
		this.press.picture("one.svg", 30)
			.picture("two.svg", 30)
			.file("a.md", "---", "title: A", "date: 2026-05-14", "image: one.svg", "---", "![](two.svg)")
			.takeIn();

		Article article = this.press.article("a");
		assertThat(Objects.requireNonNull(article.image()).url())
			.endsWith(article.markdown().substring(4, article.markdown().length() - 1));
	}

}
