package io.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.broadsheet.article.Article.Correction;
import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.Site;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What an article's page shows beside what the document itself says. */
@Controller
class ArticlePageController {

	private final Site site;

	private final ArticleAddresses addresses;

	private final Sections sections;

	private final Authors authors;

	private final ReadingPace readingPace;

	private final NewsArticleJson newsArticleJson;

	private final ArticleBodies bodies;

	ArticlePageController(Site site, ArticleAddresses addresses, Sections sections, Authors authors,
			ReadingPace readingPace, NewsArticleJson newsArticleJson, ArticleBodies bodies) {
		this.site = site;
		this.addresses = addresses;
		this.sections = sections;
		this.authors = authors;
		this.readingPace = readingPace;
		this.newsArticleJson = newsArticleJson;
		this.bodies = bodies;
	}

	@InMemory
	@SchemaMapping
	ArticleBody body(Article article) {
		return this.bodies.of(article);
	}

	@InMemory
	@SchemaMapping
	ReadingTime readingTime(Article article) {
		return this.readingPace.timeFor(article.readingLoad());
	}

	@InMemory
	@SchemaMapping
	List<Breadcrumb> breadcrumbs(Article article) {
		List<Breadcrumb> trail = new ArrayList<>();
		trail.add(new Breadcrumb("Home", this.site.address("/")));
		if (article.section() != null) {
			this.sections.path(article.section()).forEach((section) -> trail.add(breadcrumb(section)));
		}
		trail.add(new Breadcrumb(article.headline(), this.addresses.of(article)));
		return trail;
	}

	/** The latest, should there be several. */
	@InMemory
	@SchemaMapping
	@Nullable Correction retraction(Article article) {
		return article.corrections()
			.reversed()
			.stream()
			.filter((correction) -> correction.kind() == Correction.Kind.RETRACTION)
			.findFirst()
			.orElse(null);
	}

	@InMemory
	@SchemaMapping
	Map<String, Object> jsonLd(Article article) {
		return this.newsArticleJson.of(article);
	}

	@InMemory
	@SchemaMapping
	String html(EditorsComment comment) {
		return ArticleBody.of(comment.text(), this.site).html();
	}

	@InMemory
	@SchemaMapping
	@Nullable Author author(EditorsComment comment) {
		return (comment.author() != null) ? this.authors.find(comment.author()) : null;
	}

	private Breadcrumb breadcrumb(Section section) {
		return new Breadcrumb(section.name(), this.site.address("/sections/" + section.slug()));
	}

	/**
	 * One step of the way from the home page to an article.
	 *
	 * @param name what readers see
	 * @param url where it leads
	 */
	record Breadcrumb(String name, String url) {
	}

}
