package io.broadsheet.article;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.broadsheet.article.Article.Correction;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.Site;
import io.broadsheet.media.Image;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * An article as schema.org's NewsArticle, with what Google Search's documentation of
 * article structured data asks for.
 *
 * @see <a href="https://schema.org/NewsArticle">NewsArticle</a>
 * @see <a href=
 * "https://developers.google.com/search/docs/appearance/structured-data/article">Article
 * structured data</a>
 */
@Component
class NewsArticleJson {

	/**
	 * What could end a script element or begin a comment in one, were the JSON put there
	 * by a client that does not escape it.
	 */
	private static final Pattern MARKUP = Pattern.compile("<(?=[A-Za-z/!?])");

	private final Site site;

	private final ArticleAddresses addresses;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	NewsArticleJson(Site site, ArticleAddresses addresses, Sections sections, Authors authors, Topics topics) {
		this.site = site;
		this.addresses = addresses;
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
	}

	/** The JSON-LD, every text in it safe to put inside a script element. */
	Map<String, Object> of(Article article) {
		String url = this.addresses.of(article);
		return new Thing("NewsArticle").with("@context", "https://schema.org")
			.with("@id", url)
			.with("url", url)
			.with("mainEntityOfPage", new Thing("WebPage").with("@id", url).properties())
			.with("headline", article.headline())
			.with("description", article.brief())
			.with("image", (article.image() != null) ? List.of(image(article.image())) : null)
			.with("datePublished", time(article.firstPublishedAt()))
			.with("dateModified", time(article.updatedAt()))
			.with("author", this.authors.inOrder(article.authors()).stream().map(this::person).toList())
			.with("publisher", publisher())
			.with("articleSection", section(article))
			.with("keywords", this.topics.inOrder(article.topics()).stream().map(Topic::name).toList())
			.with("wordCount", article.readingLoad().words())
			.with("inLanguage", article.language())
			.with("isAccessibleForFree", true)
			.with("creativeWorkStatus", isRetracted(article) ? "Retracted" : null)
			.with("correction", article.corrections().stream().map(this::correction).toList())
			.properties();
	}

	private Map<String, Object> image(Image image) {
		return new Thing("ImageObject").with("url", image.url())
			.with("width", image.width())
			.with("height", image.height())
			.with("caption", (image.caption() != null) ? image.caption() : image.alt())
			.with("creditText", image.credit())
			.properties();
	}

	private Map<String, Object> person(Author author) {
		return new Thing("Person").with("name", author.name())
			.with("url", this.site.address("/authors/" + author.slug()))
			.properties();
	}

	private Map<String, Object> publisher() {
		return new Thing("NewsMediaOrganization").with("name", this.site.siteName())
			.with("url", this.site.address("/"))
			.properties();
	}

	private List<String> section(Article article) {
		return (article.section() != null) ? this.sections.path(article.section()).stream().map(Section::name).toList()
				: List.of();
	}

	private static boolean isRetracted(Article article) {
		return article.corrections().stream().anyMatch((correction) -> correction.kind() == Correction.Kind.RETRACTION);
	}

	private Map<String, Object> correction(Correction correction) {
		return new Thing("CorrectionComment").with("name", name(correction.kind()))
			.with("text", correction.text())
			.with("datePublished", time(correction.at()))
			.properties();
	}

	private static String name(Correction.Kind kind) {
		return switch (kind) {
			case CORRECTION -> "Correction";
			case CLARIFICATION -> "Clarification";
			case UPDATE -> "Update";
			case RETRACTION -> "Retraction";
		};
	}

	private String time(Instant instant) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(this.site.timeZone()));
	}

	/** One of schema.org's things; a property without a value is left out. */
	private static final class Thing {

		private final Map<String, Object> properties = new LinkedHashMap<>();

		Thing(String type) {
			this.properties.put("@type", type);
		}

		Thing with(String property, @Nullable Object value) {
			if (value != null && !value.equals("") && !value.equals(List.of())) {
				this.properties.put(property, safe(value));
			}
			return this;
		}

		Map<String, Object> properties() {
			return this.properties;
		}

		private static Object safe(Object value) {
			return switch (value) {
				case String text -> MARKUP.matcher(text).replaceAll("&lt;");
				case List<?> list -> list.stream().map(Thing::safe).toList();
				default -> value;
			};
		}

	}

}
