package io.broadsheet.section;

import java.util.List;

import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A part of the paper, which can have parts of its own.
 *
 * @param id the section's id
 * @param slug the section's part of the address
 * @param formerSlugs earlier slugs, which keep leading here
 * @param name the name as readers see it
 * @param description what is found in it
 * @param parent the section that it is a part of; null for a root
 * @param position its place among its siblings, lowest first
 */
public record Section(NodeId id, String slug, List<String> formerSlugs, String name, @Nullable String description,
		@Nullable NodeId parent, int position) implements Identified {

	/** The letter that begins sections' ids. */
	public static final char KIND = 'S';

	public Section {
		formerSlugs = List.copyOf(formerSlugs);
	}

	/** The section as a part of another, or as a root. */
	Section within(@Nullable NodeId other) {
		return new Section(this.id, this.slug, this.formerSlugs, this.name, this.description, other, this.position);
	}

}
