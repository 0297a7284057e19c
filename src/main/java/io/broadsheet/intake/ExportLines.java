package io.broadsheet.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.broadsheet.article.Article;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.media.Image;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Content as the lines that {@link Import} reads. What is referred to is named by its id,
 * so that nothing depends on what else is there.
 */
final class ExportLines {

	private final Site site;

	ExportLines(Site site) {
		this.site = site;
	}

	Map<String, Object> line(Section section) {
		Line line = new Line("Section", section.id(), section.slug());
		line.put("formerSlugs", section.formerSlugs());
		line.put("name", section.name());
		line.put("description", section.description());
		line.put("parent", section.parent());
		line.put("position", section.position());
		return line.values;
	}

	Map<String, Object> line(Author author) {
		Line line = new Line("Author", author.id(), author.slug());
		line.put("formerSlugs", author.formerSlugs());
		line.put("name", author.name());
		line.put("bio", author.bio());
		line.put("avatar", image(author.avatar()));
		return line.values;
	}

	Map<String, Object> line(Topic topic) {
		Line line = new Line("Topic", topic.id(), topic.slug());
		line.put("formerSlugs", topic.formerSlugs());
		line.put("name", topic.name());
		line.put("description", topic.description());
		line.put("kind", topic.kind().name());
		line.put("aliases", topic.aliases());
		return line.values;
	}

	/** A topic that was merged into another. */
	Map<String, Object> line(Topic topic, NodeId mergedInto) {
		Map<String, Object> line = line(topic);
		line.put("mergedInto", mergedInto.value());
		return line;
	}

	Map<String, Object> line(WithdrawnArticle withdrawn) {
		Line withdrawal = new Line();
		withdrawal.put("reason", withdrawn.withdrawal().reason());
		withdrawal.put("by", withdrawn.withdrawal().by());
		withdrawal.put("at", withdrawn.withdrawal().at());
		Map<String, Object> line = line(withdrawn.article());
		line.put("withdrawn", withdrawal.values);
		return line;
	}

	Map<String, Object> line(Article article) {
		Line line = new Line("Article", article.id(), article.slug());
		line.put("formerAddresses", article.formerAddresses());
		line.put("language", article.language());
		line.put("headline", article.headline());
		line.put("brief", article.brief());
		line.put("body", article.markdown());
		line.put("section", article.section());
		line.put("authors", article.authors());
		line.put("topics", article.topics());
		line.put("image", image(article.image()));
		line.put("editorsComment", comment(article.editorsComment()));
		line.put("corrections", article.corrections().stream().map(ExportLines::correction).toList());
		line.put("picks", article.picks());
		line.put("firstPublishedAt", article.firstPublishedAt());
		line.put("publishedAt", article.publishedAt());
		line.put("updatedAt", article.updatedAt());
		line.put("extra", new TreeMap<>(PlainValues.ofMap(article.extra())));
		return line.values;
	}

	private @Nullable Map<String, Object> image(@Nullable Image image) {
		if (image == null) {
			return null;
		}
		String base = this.site.address("");
		Line line = new Line();
		line.put("url", image.url().startsWith(base + "/") ? image.url().substring(base.length()) : image.url());
		line.put(image.decorative() ? "decorative" : "alt", image.decorative() ? (Object) true : image.alt());
		line.put("caption", image.caption());
		line.put("credit", image.credit());
		line.put("license", image.license());
		line.put("width", image.width());
		line.put("height", image.height());
		Image.FocalPoint point = image.focalPoint();
		if (point != null) {
			Line focal = new Line();
			focal.put("x", point.x());
			focal.put("y", point.y());
			line.put("focalPoint", focal.values);
		}
		return line.values;
	}

	private static @Nullable Map<String, Object> comment(Article.@Nullable EditorsComment comment) {
		if (comment == null) {
			return null;
		}
		Line line = new Line();
		line.put("text", comment.text());
		line.put("author", comment.author());
		line.put("at", comment.at());
		return line.values;
	}

	private static Map<String, Object> correction(Article.Correction correction) {
		Line line = new Line();
		line.put("kind", correction.kind().name());
		line.put("at", correction.at());
		line.put("text", correction.text());
		return line.values;
	}

	/** Names and values in their order, without what says nothing. */
	private static final class Line {

		private final Map<String, Object> values = new LinkedHashMap<>();

		Line() {
		}

		Line(String type, NodeId id, String slug) {
			put("type", type);
			put("id", id);
			put("slug", slug);
		}

		void put(String name, @Nullable Object value) {
			boolean isEmpty = (value instanceof Collection<?> items && items.isEmpty())
					|| (value instanceof Map<?, ?> map && map.isEmpty());
			if (value != null && !isEmpty) {
				this.values.put(name, plain(value));
			}
		}

		private static Object plain(Object value) {
			return switch (value) {
				case NodeId id -> id.value();
				case Instant moment -> moment.toString();
				case List<?> items -> plainItems(items);
				default -> value;
			};
		}

		private static List<Object> plainItems(List<?> items) {
			List<Object> plain = new ArrayList<>(items.size());
			items.forEach((item) -> plain.add(plain(item)));
			return plain;
		}

	}

}
