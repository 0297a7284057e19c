package io.broadsheet.related;

import java.util.List;
import java.util.Objects;

import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts reasons into words, with the names that topics, authors and sections have now. */
@Component
class ReasonTexts {

	private final Topics topics;

	private final Authors authors;

	private final Sections sections;

	ReasonTexts(Topics topics, Authors authors, Sections sections) {
		this.topics = topics;
		this.authors = authors;
		this.sections = sections;
	}

	/**
	 * The reasons in words. What was only about things that are gone keeps its share, and
	 * says so little as it can.
	 */
	List<RelatedReason> of(List<Reason> reasons, String languageTag) {
		ReasonLabels labels = ReasonLabels.of(languageTag);
		return reasons.stream().map((reason) -> of(reason, labels)).filter(Objects::nonNull).toList();
	}

	private @Nullable RelatedReason of(Reason reason, ReasonLabels labels) {
		List<Topic> topics = this.topics.inOrder(reason.topics());
		List<Author> authors = this.authors.inOrder(reason.authors());
		String label = switch (reason.kind()) {
			case EDITORS_PICK -> labels.pick();
			case SHARED_TOPICS -> topics.isEmpty() ? null : labels.topics(topics.stream().map(Topic::name).toList());
			case SIMILAR_TEXT -> labels.phrases(reason.phrases());
			case SAME_AUTHOR -> authors.isEmpty() ? null : labels.authors(authors.stream().map(Author::name).toList());
			case SAME_SECTION -> section(reason.section(), labels);
		};
		return (label == null) ? null
				: new RelatedReason(reason.kind(), label, reason.share(), topics, authors, reason.phrases());
	}

	private @Nullable String section(@Nullable NodeId id, ReasonLabels labels) {
		Section section = (id != null) ? this.sections.find(id) : null;
		return (section != null) ? labels.section(section.name()) : null;
	}

}
