package io.broadsheet.gateway;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;

/**
 * What an answer is made of, collected while it is; in the GraphQL context under its
 * class. When one of its tags changes, the answer may be another.
 */
final class AnswerTags {

	/** What any change of a kind of nodes is called, by the letter of the kind's ids. */
	private static final Map<Character, String> KINDS = Map.of('A', "articles", 'U', "authors", 'T', "topics", 'S',
			"sections");

	/**
	 * Counts change all the time, so that only what this instance keeps itself goes with
	 * them. Elsewhere they grow old.
	 */
	private static final char COUNTS = 'C';

	private static final String ANY_COUNTS = "shares";

	/** As they come, some more than once: only who asks for tags needs each once. */
	private final Queue<Identified> nodes = new ConcurrentLinkedQueue<>();

	private final Set<String> lists = ConcurrentHashMap.newKeySet();

	/** A node is in the answer, and what it names matters to it. */
	void add(Identified node) {
		this.nodes.add(node);
	}

	/** The answer depends on everything that has these tags. */
	void addAll(Collection<String> tags) {
		this.lists.addAll(tags);
	}

	/** Something was looked for that is not there, and could be any day. */
	void addAnything() {
		this.lists.addAll(KINDS.values());
	}

	/**
	 * All tags: the ids of nodes that are in the answer or named by those, and the names
	 * of kinds.
	 */
	Set<String> all() {
		Set<String> tags = new HashSet<>(this.lists);
		for (Identified node : this.nodes) {
			tags.add(node.id().value());
			node.named().forEach((named) -> tags.add(named.value()));
		}
		return tags;
	}

	/** The tags by which caches are told of changes, lists first. */
	private Set<String> purged() {
		Set<String> tags = new LinkedHashSet<>(new TreeSet<>(this.lists));
		tags.remove(ANY_COUNTS);
		forEachTold((node) -> tags.add(node.value()));
		return tags;
	}

	private void forEachTold(Consumer<NodeId> action) {
		for (Identified node : this.nodes) {
			NodeId id = node.id();
			if (id.kind() != COUNTS) {
				action.accept(id);
			}
		}
	}

	/**
	 * The tags by which caches are told, as far as there is room for them. The kinds with
	 * most nodes stand for their nodes if there is not.
	 * @param room how many characters they may have together
	 */
	Set<String> within(int room) {
		Set<String> tags = purged();
		return (length(tags) > room) ? shortened(tags, room) : tags;
	}

	private Set<String> shortened(Set<String> tags, int room) {
		Map<String, Set<String>> byKind = new TreeMap<>();
		forEachTold((node) -> byKind.computeIfAbsent(kind(node), (kind) -> new TreeSet<>()).add(node.value()));
		while (length(tags) > room && !byKind.isEmpty()) {
			Map.Entry<String, Set<String>> largest = byKind.entrySet()
				.stream()
				.max(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.size(), other.size())))
				.orElseThrow();
			tags.removeAll(largest.getValue());
			tags.add(largest.getKey());
			byKind.remove(largest.getKey());
		}
		return tags;
	}

	private static int length(Set<String> tags) {
		int length = 0;
		for (String tag : tags) {
			length += tag.length() + 1;
		}
		return length;
	}

	/** What changes with some nodes: whatever has them, and the lists of their kinds. */
	static Set<String> changedWith(Collection<NodeId> nodes) {
		Set<String> tags = purgedWith(nodes);
		nodes.stream().filter((node) -> node.kind() == COUNTS).forEach((node) -> {
			tags.add(node.value());
			tags.add(ANY_COUNTS);
		});
		return tags;
	}

	/** Of that, what caches are told. */
	static Set<String> purgedWith(Collection<NodeId> nodes) {
		Set<String> tags = new TreeSet<>();
		for (NodeId node : nodes) {
			if (KINDS.containsKey(node.kind())) {
				tags.add(node.value());
				tags.add(kind(node));
			}
		}
		return tags;
	}

	private static String kind(NodeId node) {
		return KINDS.getOrDefault(node.kind(), "others");
	}

}
