package io.broadsheet.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ReferenceCollection} had at one moment. One that was merged into another
 * is not among them any more; its id and its slugs lead to the other.
 *
 * @param <T> the kind of content
 */
final class ReferenceState<T> {

	private final Map<NodeId, Entry<T>> entries;

	private final Map<NodeId, T> byId = new HashMap<>();

	private final Map<String, T> bySlug = new HashMap<>();

	private final List<T> all = new ArrayList<>();

	private final Map<T, NodeId> merged = new HashMap<>();

	ReferenceState(Map<NodeId, Entry<T>> entries) {
		this.entries = Map.copyOf(entries);
		this.entries.forEach(this::add);
	}

	/**
	 * One document.
	 *
	 * @param value what it says
	 * @param slugs its slugs, earlier ones too
	 * @param mergedInto the one that it was merged into
	 * @param <T> the kind of content
	 */
	record Entry<T>(T value, List<String> slugs, @Nullable NodeId mergedInto) {
	}

	/** This state with some documents anew, which may be gone. */
	ReferenceState<T> with(Collection<NodeId> ids, Map<NodeId, Entry<T>> anew) {
		Map<NodeId, Entry<T>> next = new HashMap<>(this.entries);
		ids.forEach(next::remove);
		next.putAll(anew);
		return new ReferenceState<>(next);
	}

	@Nullable T find(NodeId id) {
		return this.byId.get(id);
	}

	@Nullable T findBySlug(String slug) {
		return this.bySlug.get(slug);
	}

	List<T> all() {
		return this.all;
	}

	/** Those that stand for themselves no more, each with the one it was merged into. */
	Map<T, NodeId> merged() {
		return this.merged;
	}

	/** Whether one was merged into another, in however many steps. */
	boolean leads(NodeId from, NodeId to) {
		Set<NodeId> passed = new HashSet<>();
		NodeId at = from;
		while (at != null && passed.add(at)) {
			at = into(at);
			if (to.equals(at)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The one that stands for an id now; the id itself if nothing has it. Of a circle,
	 * which two merges at the same moment make until one is taken back, the least id.
	 */
	NodeId standing(NodeId id) {
		List<NodeId> passed = new ArrayList<>();
		NodeId at = id;
		for (NodeId next = into(at); next != null; next = into(at)) {
			int circle = passed.indexOf(at);
			if (circle >= 0) {
				return passed.subList(circle, passed.size()).stream().min(Comparator.naturalOrder()).orElse(at);
			}
			passed.add(at);
			at = next;
		}
		return at;
	}

	private @Nullable NodeId into(NodeId id) {
		Entry<T> entry = this.entries.get(id);
		return (entry != null) ? entry.mergedInto() : null;
	}

	private void add(NodeId id, Entry<T> entry) {
		NodeId standing = standing(id);
		if (standing.equals(id)) {
			this.all.add(entry.value());
		}
		else if (entry.mergedInto() != null) {
			this.merged.put(entry.value(), entry.mergedInto());
		}
		Entry<T> found = this.entries.get(standing);
		if (found != null) {
			this.byId.put(id, found.value());
			entry.slugs().forEach((slug) -> this.bySlug.put(slug, found.value()));
		}
	}

}
