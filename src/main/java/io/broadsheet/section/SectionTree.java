package io.broadsheet.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The order of sections at one moment. A section whose parent is gone stands as a root,
 * and so does one of a cycle that got into the store by hand, so that none is lost.
 */
final class SectionTree {

	private static final Comparator<Section> NEWSROOM_ORDER = Comparator.comparingInt(Section::position)
		.thenComparing(Section::name)
		.thenComparing(Section::id);

	private final Map<NodeId, Section> sections;

	private final Map<NodeId, List<Section>> children;

	private final Map<NodeId, Section> parents;

	private final List<Section> roots;

	SectionTree(Collection<Section> all) {
		this.sections = all.stream().collect(Collectors.toMap(Section::id, Function.identity()));
		this.parents = new HashMap<>();
		for (Section section : all.stream().sorted(NEWSROOM_ORDER).toList()) {
			Section parent = (section.parent() != null) ? this.sections.get(section.parent()) : null;
			if (parent != null && !isOrDescendsFrom(parent, section.id())) {
				this.parents.put(section.id(), parent);
			}
		}
		this.children = new LinkedHashMap<>();
		this.roots = new ArrayList<>();
		all.stream().sorted(NEWSROOM_ORDER).forEach(this::place);
	}

	List<Section> roots() {
		return this.roots;
	}

	@Nullable Section parent(Section section) {
		return this.parents.get(section.id());
	}

	List<Section> children(NodeId id) {
		return this.children.getOrDefault(id, List.of());
	}

	/** Root first, without the section itself. */
	List<Section> ancestors(NodeId id) {
		List<Section> ancestors = new ArrayList<>();
		for (Section at = this.parents.get(id); at != null; at = this.parents.get(at.id())) {
			ancestors.addFirst(at);
		}
		return ancestors;
	}

	/** Root first, with the section itself; nothing if it is not there. */
	List<Section> path(NodeId id) {
		Section section = this.sections.get(id);
		if (section == null) {
			return List.of();
		}
		List<Section> path = ancestors(id);
		path.add(section);
		return path;
	}

	/** The section itself and all below it. */
	Set<NodeId> branch(NodeId id) {
		Set<NodeId> branch = new LinkedHashSet<>();
		collect(id, branch);
		return branch;
	}

	/**
	 * A section that would be its own ancestor.
	 * @param all the sections as they would be
	 * @return such a section, or null if there is none
	 */
	static @Nullable Section cycle(Map<NodeId, Section> all) {
		return all.values().stream().filter((section) -> isWithinItself(section, all)).findFirst().orElse(null);
	}

	/**
	 * Whether a section is its own ancestor.
	 * @param section the section
	 * @param all all sections
	 */
	static boolean isWithinItself(Section section, Map<NodeId, Section> all) {
		Set<NodeId> passed = new HashSet<>();
		Section at = section;
		while (at != null && at.parent() != null && passed.add(at.id())) {
			if (at.parent().equals(section.id())) {
				return true;
			}
			at = all.get(at.parent());
		}
		return false;
	}

	private boolean isOrDescendsFrom(Section section, NodeId ancestor) {
		for (Section at = section; at != null; at = this.parents.get(at.id())) {
			if (at.id().equals(ancestor)) {
				return true;
			}
		}
		return false;
	}

	private void place(Section section) {
		Section parent = this.parents.get(section.id());
		if (parent == null) {
			this.roots.add(section);
		}
		else {
			this.children.computeIfAbsent(parent.id(), (id) -> new ArrayList<>()).add(section);
		}
	}

	private void collect(NodeId id, Set<NodeId> branch) {
		branch.add(id);
		children(id).forEach((child) -> collect(child.id(), branch));
	}

}
