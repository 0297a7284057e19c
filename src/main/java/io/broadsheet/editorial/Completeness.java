package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.article.ArticleBody;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.graph.UserError;
import io.broadsheet.graph.UserError.InvalidInput;
import io.broadsheet.graph.UserError.NotFound;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topics;

import org.springframework.stereotype.Component;

/**
 * What a page needs before readers get it. What is missing has the path that it would
 * have in an update of the draft, so that a form can show it where it is to be filled in.
 */
@Component
class Completeness {

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	private final DraftSlugs slugs;

	private final Site site;

	Completeness(Sections sections, Authors authors, Topics topics, DraftSlugs slugs, Site site) {
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
		this.slugs = slugs;
		this.site = site;
	}

	/** Adds everything that keeps a draft from being published to a list. */
	void check(Draft draft, List<UserError> errors) {
		DraftContent content = draft.content();
		if (content.headline().isBlank()) {
			errors.add(missing("The story needs a headline.", "headline"));
		}
		if (content.slug() != null && this.slugs.isTaken(content.slug(), draft.articleId())) {
			errors.add(this.slugs.taken(content.slug(), draft.articleId(), FieldReader.path("slug")));
		}
		if (ArticleBody.of(content.markdown(), this.site).blocks().isEmpty()) {
			errors.add(missing("The story needs a body.", "markdown"));
		}
		checkReferences(content, errors);
		if (content.image() != null) {
			content.image().faults().forEach((fault) -> errors.add(missing(fault.message(), "image", fault.path())));
		}
	}

	private void checkReferences(DraftContent content, List<UserError> errors) {
		NodeId section = content.section();
		if (section == null) {
			errors.add(missing("The story needs a section to stand in.", "section"));
		}
		else if (this.sections.find(section) == null) {
			errors.add(gone("section", section, "section"));
		}
		if (content.authors().isEmpty()) {
			errors.add(missing("The story needs an author.", "authors"));
		}
		for (int i = 0; i < content.authors().size(); i++) {
			if (this.authors.find(content.authors().get(i)) == null) {
				errors.add(gone("author", content.authors().get(i), "authors", String.valueOf(i)));
			}
		}
		for (int i = 0; i < content.topics().size(); i++) {
			if (this.topics.find(content.topics().get(i)) == null) {
				errors.add(gone("topic", content.topics().get(i), "topics", String.valueOf(i)));
			}
		}
	}

	private static UserError missing(String message, String... path) {
		return new InvalidInput(message, FieldReader.path(path));
	}

	private static UserError gone(String name, NodeId id, String... path) {
		return new NotFound("The %s %s, which the story refers to, is gone.".formatted(name, id),
				FieldReader.path(path));
	}

}
