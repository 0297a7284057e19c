package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files in which clients' tools write documents with their ids, and tells them
 * apart by what is in them: Apollo's manifest; a map from id to document, as Relay's
 * compiler and graphql-codegen write it; a list of such pairs, as Relay's does too; and
 * documents as they are, named by their files.
 */
final class DocumentFormat {

	private static final String GRAPHQL = ".graphql";

	private static final JsonMapper json = JsonMapper.builder().build();

	private DocumentFormat() {
	}

	/** Whether a file of this name has documents. */
	static boolean isKnown(String file) {
		return file.endsWith(GRAPHQL) || file.endsWith(".json");
	}

	/**
	 * Reads a file.
	 * @param file its name
	 * @param text its text
	 * @return its documents by their ids
	 * @throws IllegalArgumentException if it is none of the formats, with a sentence that
	 * says why
	 */
	static Map<String, String> read(String file, String text) {
		if (file.endsWith(GRAPHQL)) {
			return Map.of(file.substring(0, file.length() - GRAPHQL.length()), text);
		}
		return switch (parse(text)) {
			case Map<?, ?> manifest when manifest.get("operations") instanceof List<?> operations ->
				entries(operations, "id", "body");
			case Map<?, ?> map -> documents(map);
			case List<?> pairs -> entries(pairs, 0, 1);
			case null, default -> throw new IllegalArgumentException("it is neither a map nor a list of documents");
		};
	}

	private static @Nullable Object parse(String text) {
		try {
			return json.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("it is not valid JSON, at line %d, column %d"
				.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()), ex);
		}
	}

	private static Map<String, String> documents(Map<?, ?> map) {
		Map<String, String> documents = new LinkedHashMap<>();
		map.forEach((id, document) -> put(documents, id, document));
		return documents;
	}

	private static Map<String, String> entries(List<?> entries, Object id, Object document) {
		Map<String, String> documents = new LinkedHashMap<>();
		entries.forEach((entry) -> put(documents, part(entry, id), part(entry, document)));
		return documents;
	}

	private static @Nullable Object part(@Nullable Object entry, Object key) {
		return switch (entry) {
			case Map<?, ?> map -> map.get(key);
			case List<?> list when key instanceof Integer index && index < list.size() -> list.get(index);
			case null, default -> null;
		};
	}

	private static void put(Map<String, String> documents, @Nullable Object id, @Nullable Object document) {
		if (!(id instanceof String name) || name.isBlank() || !(document instanceof String text)) {
			throw new IllegalArgumentException(
					"an entry of it is no document with an id (entry %d)".formatted(documents.size() + 1));
		}
		documents.put(name, text);
	}

}
