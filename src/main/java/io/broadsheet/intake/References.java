package io.broadsheet.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The authors, topics or sections that an import knows: those in the store, those that
 * its files define, and those that it makes because an article names them. All of them
 * are in memory, as they are in the gateway.
 *
 * @param <T> which of the three
 */
final class References<T> {

	/** Signs that tell names apart which have the same slug, such as C and C++. */
	private static final Pattern TELLING_SIGNS = Pattern.compile("[+#*&@]");

	private final Kind<T> kind;

	private final Map<NodeId, T> byId = new HashMap<>();

	private final Map<String, NodeId> bySlug = new HashMap<>();

	private final Map<String, NodeId> byName = new HashMap<>();

	private final Map<NodeId, T> changed = new LinkedHashMap<>();

	/** Those that were merged, each with the one that it leads to. */
	private final Map<NodeId, NodeId> merged = new HashMap<>();

	private final Set<String> mergedSlugs = new HashSet<>();

	References(Kind<T> kind, Collection<T> stored) {
		this.kind = kind;
		stored.forEach(this::index);
	}

	/**
	 * What one kind of reference content is like.
	 *
	 * @param <T> the kind of content
	 */
	interface Kind<T> {

		/** The letter that begins its ids. */
		char letter();

		/** What people call one, such as "author". */
		String noun();

		/** The id of one. */
		NodeId id(T value);

		/** Its slug and its earlier ones. */
		List<String> slugs(T value);

		/** The names by which it is found. */
		List<String> names(T value);

		/** One that nothing else is known of. */
		T make(NodeId id, String slug, Reference reference);

	}

	/** What kind these are. */
	Kind<T> kind() {
		return this.kind;
	}

	/**
	 * Takes one that was merged into another: whatever names it means the other.
	 */
	void lead(T value, NodeId into) {
		NodeId id = this.kind.id(value);
		this.merged.put(id, into);
		this.byId.remove(id);
		this.changed.remove(id);
		this.byName.values().removeIf(id::equals);
		for (String slug : this.kind.slugs(value)) {
			this.bySlug.put(slug, id);
			this.mergedSlugs.add(slug);
		}
	}

	/** Whether an id is one of those that were merged into another. */
	boolean isMerged(NodeId id) {
		return this.merged.containsKey(id);
	}

	/** Whether a slug is that of one that was merged into another. */
	boolean isMerged(String slug) {
		return this.mergedSlugs.contains(slug);
	}

	@Nullable T get(NodeId id) {
		return this.byId.get(id);
	}

	/** The id of the one that has or had a slug, or null. */
	@Nullable NodeId bySlug(String slug) {
		return this.bySlug.get(slug);
	}

	/** The id of the one with this slug or name, or null. */
	@Nullable NodeId find(String key) {
		NodeId id = this.bySlug.get(key);
		id = (id != null) ? id : this.byName.get(fold(key));
		return (id != null || TELLING_SIGNS.matcher(key).find()) ? id : this.bySlug.get(Slug.from(key, ""));
	}

	/**
	 * The id of what an article names. If there is none it is made; an id is taken as it
	 * is, even if nothing has it.
	 */
	NodeId resolve(Reference reference) {
		NodeId id = Names.id(reference.key(), this.kind.letter());
		NodeId known = (id != null) ? id : find(reference.key());
		return (known != null) ? standing(known) : make(reference);
	}

	private NodeId standing(NodeId id) {
		Set<NodeId> passed = new HashSet<>();
		NodeId at = id;
		for (NodeId next = this.merged.get(at); next != null && passed.add(at); next = this.merged.get(at)) {
			at = next;
		}
		return at;
	}

	/** Puts one in, new or in place of the one with its id. */
	void put(T value) {
		index(value);
		this.changed.put(this.kind.id(value), value);
	}

	/** Those that the store does not have as they are here; they are not given again. */
	List<T> takeChanged() {
		List<T> changed = new ArrayList<>(this.changed.values());
		this.changed.clear();
		return changed;
	}

	private NodeId make(Reference reference) {
		String name = (reference.name() != null) ? reference.name() : Names.ofReference(reference.key());
		boolean hasSlug = reference.name() != null && !reference.key().equals(reference.name());
		String wanted = hasSlug ? Names.slug(reference.key(), this.kind.noun()) : Slug.from(name, this.kind.noun());
		String slug = Slug.free(wanted, this.bySlug::containsKey);
		NodeId id = NodeId.named(this.kind.letter(), slug);
		put(this.kind.make(id, slug, new Reference(reference.key(), name, reference.about())));
		return id;
	}

	private void index(T value) {
		NodeId id = this.kind.id(value);
		this.byId.put(id, value);
		this.kind.slugs(value).forEach((slug) -> this.bySlug.put(slug, id));
		this.kind.names(value).forEach((name) -> this.byName.putIfAbsent(fold(name), id));
	}

	private static String fold(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
