package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client does with an answer in parts. */
final class PartsMerge {

	private PartsMerge() {
	}

	/** The contents of the parts of a body. */
	static List<JsonNode> parts(String body) {
		List<String> pieces = Arrays.asList(body.split("\r\n--graphql", -1));
		return pieces.subList(1, pieces.size() - 1)
			.stream()
			.map((piece) -> JsonMapper.shared().readTree(piece.substring(piece.indexOf("\r\n\r\n"))))
			.toList();
	}

	/** The data of parts that say their paths. */
	static JsonNode byPaths(List<JsonNode> parts) {
		JsonNode data = parts.getFirst().get("data");
		parts.forEach(
				(part) -> part.path("incremental").forEach((item) -> merge(data, item.get("path"), item.get("data"))));
		return data;
	}

	/** The data of parts that are announced by ids. */
	static JsonNode byIds(List<JsonNode> parts) {
		JsonNode data = parts.getFirst().get("data");
		Map<String, JsonNode> pending = new HashMap<>();
		parts.forEach((part) -> {
			part.path("pending").forEach((item) -> pending.put(item.get("id").asString(), item.get("path")));
			part.path("incremental")
				.forEach((item) -> merge(data, Objects.requireNonNull(pending.get(item.get("id").asString())),
						item.get("data")));
			part.path("completed").forEach((item) -> pending.remove(item.get("id").asString()));
		});
		if (!pending.isEmpty()) {
			throw new AssertionError("Never completed: " + pending);
		}
		return data;
	}

	private static void merge(JsonNode data, JsonNode path, JsonNode addition) {
		JsonNode place = data;
		for (JsonNode step : new ArrayList<>(path.valueStream().toList())) {
			place = step.isInt() ? place.get(step.asInt()) : place.get(step.asString());
		}
		mergeInto((ObjectNode) place, (ObjectNode) addition);
	}

	private static void mergeInto(ObjectNode target, ObjectNode addition) {
		addition.forEachEntry((name, value) -> {
			if (target.get(name) instanceof ObjectNode inner && value instanceof ObjectNode more) {
				mergeInto(inner, more);
			}
			else {
				target.set(name, value);
			}
		});
	}

}
