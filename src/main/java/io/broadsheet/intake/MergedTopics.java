package io.broadsheet.intake;

import io.broadsheet.editorial.Limits;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.intake.ReferenceIntake.Definition;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the topics that were merged into others. What an older file says of a topic
 * that editors have merged since says no more.
 */
final class MergedTopics {

	private static final String INTO = "mergedInto";

	private final Newsroom newsroom;

	MergedTopics(Newsroom newsroom) {
		this.newsroom = newsroom;
	}

	/** Whether a definition is of a topic that was merged, by its own word or since. */
	boolean concerns(Fields fields) {
		if (fields.has(INTO)) {
			return true;
		}
		NodeId id = (fields.peek("id") instanceof String text) ? Names.id(text, Topic.KIND) : null;
		if (id != null) {
			return this.newsroom.topics.isMerged(id);
		}
		String slug = (fields.peek("slug") instanceof String text) ? text : "";
		String name = (fields.peek("name", "title") instanceof String text) ? text : "";
		return this.newsroom.topics.isMerged(slug.isEmpty() ? Slug.from(name, "topic") : slug);
	}

	/**
	 * Takes a definition in that is concerned.
	 * @return the topic, or null if the definition says no more
	 */
	@Nullable Topic take(Definition definition) throws Refused {
		Fields fields = definition.fields();
		if (!fields.has(INTO)) {
			return null;
		}
		NodeId into = id(fields, INTO);
		NodeId id = id(fields, "id");
		String slug = fields.text(Limits.NAME, "slug");
		String name = fields.text(Limits.NAME, "name");
		if (into == null || id == null || slug == null || name == null) {
			throw new Refused(definition.source().line(),
					"A topic that was merged needs its id, its slug, its name, and the id of the one it was merged into.");
		}
		NodeId holder = this.newsroom.topics.bySlug(slug);
		if (holder != null && !holder.equals(id)) {
			throw new Refused(fields.line("slug"),
					"The slug \"%s\" belongs to another topic, whose id is %s.".formatted(slug, holder));
		}
		Topic topic = new Topic(id, slug, fields.texts(Limits.ADDRESSES, "formerSlugs"), name,
				fields.text(Limits.ABOUT, "description"), ReferenceIntake.kind(fields),
				fields.texts(Limits.ALIASES, "aliases"));
		this.newsroom.merged(topic, into);
		return topic;
	}

	private static @Nullable NodeId id(Fields fields, String name) throws Refused {
		String written = fields.text(name);
		return (written != null) ? Names.id(written, Topic.KIND) : null;
	}

}
