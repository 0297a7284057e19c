package io.broadsheet.editorial;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.graph.UserError;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** Makes new content of what a draft says and of what an editor sends. */
@Component
class ContentReading {

	private final Reference<Section> section;

	private final Reference<Author> author;

	private final Reference<Topic> topic;

	private final DraftSlugs slugs;

	ContentReading(Sections sections, Authors authors, Topics topics, DraftSlugs slugs) {
		this.section = new Reference<>(Section.KIND, "a section", sections::find);
		this.author = new Reference<>(Author.KIND, "an author", authors::find);
		this.topic = new Reference<>(Topic.KIND, "a topic", topics::find);
		this.slugs = slugs;
	}

	/**
	 * Reads an input.
	 * @param input what an editor sends
	 * @param base what the draft says so far
	 * @param article the id of the draft's article, if it has one yet
	 * @param now when the editor sends it
	 * @param errors where everything goes that is wrong with it
	 * @return the content after the change; of no use if something is wrong
	 */
	DraftContent read(ContentInput input, DraftContent base, @Nullable NodeId article, Instant now,
			List<UserError> errors) {
		FieldReader fields = new FieldReader(errors);
		return new DraftContent(
				given(input.headline(), base.headline(),
						(text) -> Objects.requireNonNullElse(fields.line(text, "headline", Limits.HEADLINE), "")),
				given(input.slug(), base.slug(), (text) -> slug(text, article, errors)),
				given(input.brief(), base.brief(), (text) -> fields.text(text, "brief", Limits.BRIEF)),
				given(input.markdown(), base.markdown(), (text) -> fields.markdown(text, "markdown", Limits.BODY)),
				given(input.language(), base.language(),
						(tag) -> Objects.requireNonNullElse(tag, DraftContent.DEFAULT_LANGUAGE)),
				given(input.section(), base.section(),
						(id) -> (id != null) ? fields.id(id, this.section, "section") : null),
				given(input.authors(), base.authors(),
						(ids) -> fields.ids(ids, "authors", Limits.AUTHORS, this.author)),
				given(input.topics(), base.topics(), (ids) -> fields.ids(ids, "topics", Limits.TOPICS, this.topic)),
				given(input.image(), base.image(), (parts) -> fields.image(parts, "image")),
				given(input.editorsComment(), base.editorsComment(),
						(text) -> comment(fields.text(text, "editorsComment", Limits.COMMENT), base, now)));
	}

	private @Nullable String slug(@Nullable String given, @Nullable NodeId article, List<UserError> errors) {
		String slug = (given != null) ? given.strip() : "";
		if (slug.isEmpty()) {
			return null;
		}
		List<String> path = FieldReader.path("slug");
		if (!Slug.isValid(slug)) {
			new FieldReader(errors).refuseSlug(slug, "slug");
		}
		else if (this.slugs.isTaken(slug, article)) {
			errors.add(this.slugs.taken(slug, article, path));
		}
		return slug;
	}

	/** Who has changed nothing of a comment has not said it. */
	private static @Nullable EditorsComment comment(@Nullable String text, DraftContent base, Instant now) {
		if (text == null || text.equals(base.comment())) {
			return (text != null) ? base.editorsComment() : null;
		}
		return new EditorsComment(text, null, now);
	}

	private static <T, R extends @Nullable Object> R given(ArgumentValue<T> value, R base,
			Function<@Nullable T, R> reading) {
		return value.isOmitted() ? base : reading.apply(value.value());
	}

}
