package io.broadsheet.editorial;

import java.util.List;

import graphql.GraphQLContext;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** The mutations of authors, topics and sections. */
@Controller
class ReferenceController {

	private final AuthorEditing authors;

	private final TopicEditing topics;

	private final TopicMerging merging;

	private final SectionEditing sections;

	ReferenceController(AuthorEditing authors, TopicEditing topics, TopicMerging merging, SectionEditing sections) {
		this.authors = authors;
		this.topics = topics;
		this.merging = merging;
		this.sections = sections;
	}

	@MutationMapping
	AuthorPayload authorCreate(@Argument AuthorEditing.CreateInput input, GraphQLContext context) {
		return AuthorPayload.of(this.authors.create(input, Editor.in(context)));
	}

	@MutationMapping
	AuthorPayload authorUpdate(@Argument AuthorEditing.UpdateInput input) {
		return AuthorPayload.of(this.authors.update(input));
	}

	@MutationMapping
	AuthorPayload authorDelete(@Argument DeleteInput input) {
		return AuthorPayload.of(this.authors.delete(input.id()));
	}

	@MutationMapping
	TopicPayload topicCreate(@Argument TopicEditing.CreateInput input, GraphQLContext context) {
		return TopicPayload.of(this.topics.create(input, Editor.in(context)));
	}

	@MutationMapping
	TopicPayload topicUpdate(@Argument TopicEditing.UpdateInput input) {
		return TopicPayload.of(this.topics.update(input));
	}

	@MutationMapping
	TopicPayload topicDelete(@Argument DeleteInput input) {
		return TopicPayload.of(this.topics.delete(input.id()));
	}

	@MutationMapping
	TopicPayload topicMerge(@Argument TopicMerging.MergeInput input) {
		return TopicPayload.merged(this.merging.merge(input), input.from());
	}

	@MutationMapping
	SectionPayload sectionCreate(@Argument SectionEditing.CreateInput input, GraphQLContext context) {
		return SectionPayload.of(this.sections.create(input, Editor.in(context)));
	}

	@MutationMapping
	SectionPayload sectionUpdate(@Argument SectionEditing.UpdateInput input) {
		return SectionPayload.of(this.sections.update(input));
	}

	@MutationMapping
	SectionPayload sectionDelete(@Argument DeleteInput input) {
		return SectionPayload.of(this.sections.delete(input.id()));
	}

	/**
	 * What is to be removed.
	 *
	 * @param id its id
	 */
	record DeleteInput(String id) {
	}

	/**
	 * What came of a change of an author.
	 *
	 * @param author the author
	 * @param errors why nothing changed; empty if it did
	 */
	record AuthorPayload(@Nullable Author author, List<UserError> errors) implements EditorsPayload {

		static AuthorPayload of(Outcome<Author> outcome) {
			return new AuthorPayload(outcome.value(), outcome.errors());
		}

		@Override
		public @Nullable NodeId about() {
			return (this.author != null) ? this.author.id() : null;
		}

		@Override
		public @Nullable String note() {
			return (this.author != null) ? this.author.name() : null;
		}

	}

	/**
	 * What came of a change of a topic.
	 *
	 * @param topic the topic
	 * @param errors why nothing changed; empty if it did
	 * @param about what was changed: of a merge, the topic that is not there any more
	 * @param note what the log should know beside that
	 */
	record TopicPayload(@Nullable Topic topic, List<UserError> errors, @Nullable NodeId about,
			@Nullable String note) implements EditorsPayload {

		static TopicPayload of(Outcome<Topic> outcome) {
			Topic topic = outcome.value();
			return (topic != null) ? new TopicPayload(topic, outcome.errors(), topic.id(), topic.name())
					: new TopicPayload(null, outcome.errors(), null, null);
		}

		static TopicPayload merged(Outcome<Topic> outcome, String from) {
			Topic into = outcome.value();
			return (into != null) ? new TopicPayload(into, outcome.errors(), new NodeId(from),
					"into %s, %s".formatted(into.name(), into.id())) : of(outcome);
		}

	}

	/**
	 * What came of a change of a section.
	 *
	 * @param section the section
	 * @param errors why nothing changed; empty if it did
	 */
	record SectionPayload(@Nullable Section section, List<UserError> errors) implements EditorsPayload {

		static SectionPayload of(Outcome<Section> outcome) {
			return new SectionPayload(outcome.value(), outcome.errors());
		}

		@Override
		public @Nullable NodeId about() {
			return (this.section != null) ? this.section.id() : null;
		}

		@Override
		public @Nullable String note() {
			return (this.section != null) ? this.section.name() : null;
		}

	}

}
