package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a client has got of an answer so far. */
class DeliveredData {

	private final Map<List<Object>, List<Object>> pieces = new HashMap<>();

	/** Adds what was delivered for the object at a path. */
	void add(List<Object> path, @Nullable Object data) {
		if (data != null) {
			this.pieces.computeIfAbsent(path, (place) -> new ArrayList<>()).add(data);
		}
	}

	/** Whether the client has an object at a path. */
	boolean has(List<Object> path) {
		return !objects(path).isEmpty();
	}

	/** Those of the named fields that the client has of the object at a path. */
	Map<Object, Object> fields(List<Object> path, Set<String> names) {
		Map<Object, Object> fields = new LinkedHashMap<>();
		objects(path).forEach((object) -> object.forEach((name, value) -> {
			if (names.contains(name)) {
				fields.put(name, value);
			}
		}));
		return fields;
	}

	/** The object at a path, in as many pieces as it came in. */
	private List<Map<?, ?>> objects(List<Object> path) {
		List<Map<?, ?>> objects = new ArrayList<>();
		for (int length = path.size(); length >= 0; length--) {
			List<Object> rest = path.subList(length, path.size());
			for (Object piece : this.pieces.getOrDefault(path.subList(0, length), List.of())) {
				if (within(piece, rest) instanceof Map<?, ?> object) {
					objects.add(object);
				}
			}
		}
		return objects;
	}

	private static @Nullable Object within(Object piece, List<Object> path) {
		Object place = piece;
		for (Object step : path) {
			place = switch (place) {
				case Map<?, ?> object -> object.get(step);
				case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
				case null, default -> null;
			};
		}
		return place;
	}

}
