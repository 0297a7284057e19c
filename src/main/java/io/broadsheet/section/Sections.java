package io.broadsheet.section;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

	/**
	 * {@inheritDoc}
	 * <p>
	 * A circle is there only if a process died before it took back the move that closed
	 * it; it is stored as readers see it.
	 */
	@Override
	public void prepare() {
		super.prepare();
		roots().stream()
			.filter((root) -> isWithinItself(root.id()))
			.forEach((root) -> super.change(root.id(), (stored) -> stored.within(null)));
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
	 * The way to a section, all of it as it was at one moment.
	 * @param id the section's id
	 * @return the sections that it is within, root first, and the section itself; nothing
	 * if it is not there
	 */
	public List<Section> path(NodeId id) {
		requireLoaded();
		return this.tree.path(id);
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
		Map<NodeId, Section> after = byId(all());
		changed.forEach((section) -> after.put(section.id(), section));
		Section cycle = SectionTree.cycle(after);
		if (cycle != null) {
			throw new Problem.BadUserInput("Section \"%s\" would be within itself.".formatted(cycle.name()), "parent");
		}
		super.save(changed);
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * Of two moves at the same moment that would put sections within each other, each
	 * looks at what is stored after its own, so that at least one sees the circle and
	 * takes its move back. Readers never see it: the tree leaves out a step that closes
	 * one.
	 * @throws WithinItself if the section would be within itself; it is where it was then
	 */
	@Override
	public @Nullable Section change(NodeId id, UnaryOperator<Section> change) {
		AtomicReference<@Nullable Section> before = new AtomicReference<>();
		Section after = super.change(id, (stored) -> {
			before.set(stored);
			return change.apply(stored);
		});
		Section earlier = before.get();
		if (after == null || earlier == null || Objects.equals(earlier.parent(), after.parent())) {
			return after;
		}
		load();
		if (isWithinItself(id)) {
			takeBack(after, earlier.parent());
			throw new WithinItself();
		}
		return after;
	}

	/** Where it was before may be within it by now; then it becomes a root. */
	private void takeBack(Section moved, @Nullable NodeId earlierParent) {
		super.change(moved.id(),
				(stored) -> Objects.equals(stored.parent(), moved.parent()) ? stored.within(earlierParent) : stored);
		load();
		if (isWithinItself(moved.id())) {
			super.change(moved.id(), (stored) -> stored.within(null));
		}
	}

	private boolean isWithinItself(NodeId id) {
		Section section = find(id);
		return section != null && SectionTree.isWithinItself(section, byId(all()));
	}

	private static Map<NodeId, Section> byId(Collection<Section> sections) {
		return sections.stream().collect(Collectors.toMap(Section::id, Function.identity()));
	}

	@Override
	protected void changed(List<Section> all) {
		this.tree = new SectionTree(all);
	}

}
