package io.broadsheet.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reference content by name. The order is kept until the content changes.
 *
 * @param <T> what the list is of
 */
final class NamedList<T> {

	private final Supplier<List<T>> source;

	private final Function<T, String> name;

	private final Function<T, NodeId> id;

	private volatile Sorted<T> sorted = new Sorted<>(List.of(), List.of());

	NamedList(Supplier<List<T>> source, Function<T, String> name, Function<T, NodeId> id) {
		this.source = source;
		this.name = name;
		this.id = id;
	}

	/** All of it, in order. */
	@SuppressWarnings("ReferenceEquality") // The source gives the same list until it
											// changes.
	List<Item<T>> all() {
		List<T> current = this.source.get();
		Sorted<T> known = this.sorted;
		if (known.source() != current) {
			known = new Sorted<>(current, current.stream().map(this::item).sorted().toList());
			this.sorted = known;
		}
		return known.items();
	}

	/**
	 * A page.
	 * @param list names the list
	 * @param items the list's items
	 * @param page which part of them
	 * @throws io.broadsheet.graph.Problem.BadUserInput if a cursor is none of this list
	 */
	static <T> NamedConnection<T> page(String list, List<Item<T>> items, Page page) {
		int from = (page.after() != null) ? insertion(items, place(list, page.after(), "after"), true) : 0;
		int to = (page.before() != null) ? insertion(items, place(list, page.before(), "before"), false) : items.size();
		int end = Math.max(from, to);
		int start = page.fromEnd() ? Math.max(from, end - page.size()) : from;
		int stop = page.fromEnd() ? end : Math.min(end, from + page.size());
		List<Edge<T>> edges = items.subList(start, stop)
			.stream()
			.map((item) -> new Edge<>(Cursor.write(list, item.toBytes()), item.value()))
			.toList();
		int emptyAt = page.fromEnd() ? to : from;
		PageInfo place = PageInfo.of(edges, (edges.isEmpty() ? emptyAt : stop) < items.size(),
				(edges.isEmpty() ? emptyAt : start) > 0);
		return new NamedConnection<>(edges, place, items.size());
	}

	private Item<T> item(T value) {
		return new Item<>(new BytesRef(NameOrder.key(this.name.apply(value))), this.id.apply(value), value);
	}

	private static Item<@Nullable Void> place(String list, String cursor, String argument) {
		byte[] bytes = Cursor.read(list, cursor, argument);
		int keyLength = bytes.length - NodeId.LENGTH;
		NodeId id = new NodeId(new String(bytes, keyLength, NodeId.LENGTH, StandardCharsets.US_ASCII));
		return new Item<>(new BytesRef(bytes, 0, keyLength), id, null);
	}

	/** How many items come before a place, or stand at it if that is wanted too. */
	private static <T> int insertion(List<Item<T>> items, Item<?> place, boolean inclusive) {
		int low = 0;
		int high = items.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			int order = items.get(middle).compareTo(place);
			if (order < 0 || (inclusive && order == 0)) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/**
	 * Something in its place.
	 *
	 * @param key its name's key
	 * @param id its id
	 * @param value the thing
	 * @param <T> what it is
	 */
	record Item<T extends @Nullable Object>(BytesRef key, NodeId id, T value) implements Comparable<Item<?>> {

		@Override
		public int compareTo(Item<?> other) {
			int order = this.key.compareTo(other.key);
			return (order != 0) ? order : this.id.compareTo(other.id);
		}

		byte[] toBytes() {
			byte[] idBytes = this.id.value().getBytes(StandardCharsets.US_ASCII);
			return ByteBuffer.allocate(this.key.length + idBytes.length)
				.put(this.key.bytes, this.key.offset, this.key.length)
				.put(idBytes)
				.array();
		}

	}

	private record Sorted<T>(List<T> source, List<Item<T>> items) {
	}

}
