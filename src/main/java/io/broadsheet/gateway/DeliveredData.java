package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
		for (int length = path.size(); length >= 0; length--) {
			List<Object> rest = path.subList(length, path.size());
			boolean isThere = this.pieces.getOrDefault(path.subList(0, length), List.of())
				.stream()
				.anyMatch((piece) -> within(piece, rest) instanceof Map);
			if (isThere) {
				return true;
			}
		}
		return false;
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
