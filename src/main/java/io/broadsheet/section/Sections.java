package io.broadsheet.section;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ReferenceCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The parts of the paper and how they are nested, all in memory. */
@Component
public class Sections extends ReferenceCollection<Section> {

	private volatile SectionTree tree = new SectionTree(List.of());

	Sections(MongoDatabase database, ChangeFeed feed) {
		super(database, feed, new SectionDocuments());
	}

	/** The sections that are part of no other, in the newsroom's order. */
	public List<Section> roots() {
		requireLoaded();
		return this.tree.roots();
	}

	/**
	 * The section that a section is a part of.
	 * @param section the section
	 * @return its parent, or null for a root
	 */
	public @Nullable Section parent(Section section) {
		return this.tree.parent(section);
	}

	/**
	 * The sections that a section is within.
	 * @param section the section
	 * @return them, root first, without the section itself
	 */
	public List<Section> ancestors(Section section) {
		return this.tree.ancestors(section.id());
	}

	/**
	 * The parts of a section.
	 * @param section the section
	 * @return them in the newsroom's order
	 */
	public List<Section> children(Section section) {
		return this.tree.children(section.id());
	}

	/**
	 * A section with all that is within it.
	 * @param id the section's id
	 * @return its id and those of all its descendants
	 */
	public Set<NodeId> branch(NodeId id) {
		requireLoaded();
		return this.tree.branch(id);
	}

	/**
	 * {@inheritDoc}
	 * @throws Problem.BadUserInput if a section would be within itself; then none is
	 * stored
	 */
	@Override
	public synchronized void save(Collection<Section> changed) {
		Map<NodeId, Section> after = new HashMap<>();
		all().forEach((section) -> after.put(section.id(), section));
		changed.forEach((section) -> after.put(section.id(), section));
		Section cycle = SectionTree.cycle(after);
		if (cycle != null) {
			throw new Problem.BadUserInput("Section \"%s\" would be within itself.".formatted(cycle.name()), "parent");
		}
		super.save(changed);
	}

	@Override
	protected void changed(List<Section> all) {
		this.tree = new SectionTree(all);
	}

}
