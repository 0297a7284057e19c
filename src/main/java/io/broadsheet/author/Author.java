package io.broadsheet.author;

import java.util.List;

import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.Image;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes for the newsroom, as schema.org's Person.
 *
 * @param id the author's id
 * @param slug the author's part of the address
 * @param formerSlugs earlier slugs, which keep leading here
 * @param name the name as bylines show it
 * @param bio a few words about the author
 * @param avatar the author's picture
 */
public record Author(NodeId id, String slug, List<String> formerSlugs, String name, @Nullable String bio,
		@Nullable Image avatar) implements Identified {

	/** The letter that begins authors' ids. */
	public static final char KIND = 'U';

	public Author {
		formerSlugs = List.copyOf(formerSlugs);
	}

}
