package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;

/**
 * The parameters of a request, as the GraphQL over HTTP specification names them.
 *
 * @param query the document, or what stands for it if it is asked for by an id alone
 * @param operationName which of its operations to run
 * @param variables the values of its variables
 * @param extensions what client and server agree on beside, the document's id among it
 */
record GraphQlParameters(String query, @Nullable String operationName, Map<String, @Nullable Object> variables,
		Map<String, Object> extensions) {

	/**
	 * Checks parameters.
	 * @param parameters the members of a JSON object
	 * @throws RefusedRequest if they lack what they must have, or have what they must not
	 */
	static GraphQlParameters of(Map<?, ? extends @Nullable Object> parameters) {
		Map<String, Object> extensions = new HashMap<>(
				GraphQlParameters.<Object>map("extensions", parameters.get("extensions")));
		if (parameters.get(DocumentIds.EXTENSION) != null) {
			extensions.put(DocumentIds.EXTENSION, documentId(parameters.get(DocumentIds.EXTENSION)));
		}
		Object query = parameters.get("query");
		boolean isByIdAlone = query == null && !DocumentIds.of(extensions).isEmpty();
		return new GraphQlParameters(isByIdAlone ? DocumentIds.NO_TEXT : query(query),
				operationName(parameters.get("operationName")), map("variables", parameters.get("variables")),
				extensions);
	}

	GraphQlRequest toRequest() {
		return new DefaultGraphQlRequest(this.query, this.operationName, this.variables, this.extensions);
	}

	private static String query(@Nullable Object value) {
		if (!(value instanceof String query)) {
			throw RefusedRequest.badRequest((value != null) ? "\"query\" must be a string."
					: "There is no \"query\". Send {\"query\": \"{ … }\"}.");
		}
		if (query.isBlank()) {
			throw RefusedRequest.badRequest("\"query\" is empty. Send {\"query\": \"{ … }\"}.");
		}
		return query;
	}

	private static String documentId(@Nullable Object value) {
		if (!(value instanceof String id)) {
			throw RefusedRequest.badRequest("\"documentId\" must be a string or null.");
		}
		return id;
	}

	/**
	 * An empty name is none, as forms send it. The engine would run the first of several
	 * operations.
	 */
	private static @Nullable String operationName(@Nullable Object value) {
		if (value != null && !(value instanceof String)) {
			throw RefusedRequest.badRequest("\"operationName\" must be a string or null.");
		}
		return "".equals(value) ? null : (String) value;
	}

	@SuppressWarnings("unchecked")
	private static <V extends @Nullable Object> Map<String, V> map(String name, @Nullable Object value) {
		if (value == null) {
			return Map.of();
		}
		if (!(value instanceof Map)) {
			throw RefusedRequest.badRequest("\"%s\" must be a JSON object or null.".formatted(name));
		}
		return (Map<String, V>) value;
	}

}
