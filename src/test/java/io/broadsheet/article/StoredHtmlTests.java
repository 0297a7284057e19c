package io.broadsheet.article;

import java.util.HexFormat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.graph.Sha256;
import io.broadsheet.graph.Site;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class StoredHtmlTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private MongoDatabase database;

	@Autowired
	private Site site;

	@Test
	void pageHasTheHtmlThatWasMadeWhenItWasStored() {
		ArticleBuilder story = stored("Html as it is stored", Updates.set("html.text", "<p>Made before.</p>"));

		assertThat(html(story)).isEqualTo("<p>Made before.</p>");
	}

	@Test
	void htmlOfOtherMarkdownIsMadeAnew() {
		ArticleBuilder story = stored("Markdown changed by hand", Updates.set("markdown", "At *one*."));

		assertThat(html(story)).isEqualTo("<p>At <em>one</em>.</p>");
	}

	@Test
	void htmlForAnotherSiteIsMadeAnew() {
		ArticleBuilder story = stored("From another site",
				Updates.combine(Updates.set("html.form", "1 https://elsewhere.example/"),
						Updates.set("html.text", "<p>For another site.</p>")));

		assertThat(html(story)).isEqualTo("<p>At <em>noon</em>.</p>");
	}

	@Test
	void articleThatWasStoredWithoutHtmlHasIt() {
		ArticleBuilder story = stored("Stored without html", Updates.unset("html"));

		assertThat(html(story)).isEqualTo("<p>At <em>noon</em>.</p>");
	}

	@Test
	void htmlThatMakesADocumentTooLongIsNotStored() {
		ArticleBody body = ArticleBody.of("> a\n\nb\n\n".repeat(20_000), this.site);

		assertThat(new HtmlDocuments(this.site).write(body)).isNull();
	}

	/**
	 * Otherwise articles would go on with the HTML of before. If what is made of this
	 * text changes on purpose, so does the version.
	 */
	@Test
	void otherHtmlHasAnotherVersion() {
		String html = ArticleBody.of("""
				One *two* **three** ~~four~~ `five` [six](/6 "Six") <https://seven.example> https://eight.example.[^9]

				## Ten's *heading*

				> Eleven
				> > Twelve

				3. Thirteen
				   - fourteen

				![Fifteen](/15.png "Sixteen")

				```java
				seventeen();
				```

				| Eighteen | Nineteen |
				|:-|-:|
				| 20 | 21 |

				---

				<div onclick="x()">Twenty-two <script>three()</script><b>four</b></div>

				<iframe src="https://video.example/25"></iframe>

				[^9]: Twenty-six [ten](#tens-heading).
				""", this.site).html();

		assertThat(Rendering.VERSION + " " + HexFormat.of().formatHex(Sha256.of(html), 0, 8))
			.isEqualTo("1 b42e21cecd5f578d");
	}

	private ArticleBuilder stored(String headline, Bson changed) {
		ArticleBuilder story = article(headline).saying("At *noon*.");
		this.newsroom.publish(story);
		this.database.getCollection("articles", Document.class)
			.updateOne(Filters.eq("_id", story.id().value()), changed);
		return story;
	}

	private String html(ArticleBuilder story) {
		return this.client.ask("{ article(by: { id: \"" + story.id() + "\" }) { body { html } } }")
			.at("/data/article/body/html")
			.asString();
	}

}
