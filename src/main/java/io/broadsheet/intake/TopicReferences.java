package io.broadsheet.intake;

import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;

/** Topics, as articles name them. */
final class TopicReferences implements References.Kind<Topic> {

	@Override
	public char letter() {
		return Topic.KIND;
	}

	@Override
	public String noun() {
		return "topic";
	}

	@Override
	public NodeId id(Topic topic) {
		return topic.id();
	}

	@Override
	public List<String> slugs(Topic topic) {
		return Stream.concat(Stream.of(topic.slug()), topic.formerSlugs().stream()).toList();
	}

	@Override
	public List<String> names(Topic topic) {
		return Stream.concat(Stream.of(topic.name()), topic.aliases().stream()).toList();
	}

	@Override
	public Topic make(NodeId id, String slug, Reference reference) {
		String name = (reference.name() != null) ? reference.name() : slug;
		return new Topic(id, slug, List.of(), name, reference.about(), TopicKind.SUBJECT, List.of());
	}

}
