package io.broadsheet.topic;

import java.util.List;

import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What articles are about.
 *
 * @param id the topic's id
 * @param slug the topic's part of the address
 * @param formerSlugs earlier slugs, which keep leading here
 * @param name the name as readers see it
 * @param description what it is
 * @param kind what kind of thing it is
 * @param aliases other names by which people look for it
 */
public record Topic(NodeId id, String slug, List<String> formerSlugs, String name, @Nullable String description,
		TopicKind kind, List<String> aliases) implements Identified {

	/** The letter that begins topics' ids. */
	public static final char KIND = 'T';

	public Topic {
		formerSlugs = List.copyOf(formerSlugs);
		aliases = List.copyOf(aliases);
	}

}
