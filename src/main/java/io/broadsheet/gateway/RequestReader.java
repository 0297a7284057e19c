package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads the parameters of a request, from the query string of a GET or the JSON body of a
 * POST, and says exactly what is wrong with them.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
 */
class RequestReader {

	/** The greatest size of a body, in bytes. */
	static final int MAX_BODY = 1 << 20;

	private static final int MAX_DEPTH = 100;

	private final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(100).build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads a GET.
	 * @throws RefusedRequest if a parameter is missing or malformed
	 */
	GraphQlParameters readQueryString(HttpServletRequest request) {
		return new GraphQlParameters(query(text(request, "query")), text(request, "operationName"),
				map("variables", parameter(request, "variables")), map("extensions", parameter(request, "extensions")));
	}

	/**
	 * Reads a POST.
	 * @throws RefusedRequest if the body is too large, is no JSON or lacks what it must
	 * have
	 */
	GraphQlParameters readBody(HttpServletRequest request) throws IOException {
		requireJson(request);
		Object body = parse(bytes(request), "The body");
		if (body instanceof List) {
			throw RefusedRequest
				.badRequest("Batches are not answered here: send one request at a time, each as a JSON object.");
		}
		if (!(body instanceof Map<?, ?> parameters)) {
			throw RefusedRequest.badRequest("The body must be a JSON object with a \"query\".");
		}
		return new GraphQlParameters(query(parameters.get("query")), operationName(parameters.get("operationName")),
				map("variables", parameters.get("variables")), map("extensions", parameters.get("extensions")));
	}

	private @Nullable Object parameter(HttpServletRequest request, String name) {
		String text = text(request, name);
		return (text == null || text.isEmpty()) ? null
				: parse(text.getBytes(StandardCharsets.UTF_8), "The parameter \"" + name + "\"");
	}

	private static @Nullable String text(HttpServletRequest request, String name) {
		String[] values = values(request, name);
		if (values.length > 1) {
			throw RefusedRequest.badRequest("The parameter \"%s\" is there twice.".formatted(name));
		}
		return (values.length == 1) ? values[0] : null;
	}

	private static String[] values(HttpServletRequest request, String name) {
		try {
			String[] values = request.getParameterValues(name);
			return (values != null) ? values : new String[0];
		}
		catch (IllegalStateException ex) {
			throw RefusedRequest.badRequest("The query string is malformed: it must be UTF-8, percent-encoded.");
		}
	}

	private static void requireJson(HttpServletRequest request) {
		if (request.getHeader("Content-Encoding") != null) {
			throw new RefusedRequest(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT",
					"A compressed body is not understood here: send it as it is.");
		}
		if (!isJson(request.getContentType())) {
			throw new RefusedRequest(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT",
					"The body must be JSON in UTF-8, and say so: Content-Type: application/json.");
		}
	}

	private static boolean isJson(@Nullable String contentType) {
		try {
			MediaType type = (contentType != null) ? MediaType.parseMediaType(contentType) : MediaType.ALL;
			return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
					&& (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static byte[] bytes(HttpServletRequest request) throws IOException {
		byte[] bytes = (request.getContentLengthLong() > MAX_BODY) ? new byte[MAX_BODY + 1]
				: request.getInputStream().readNBytes(MAX_BODY + 1);
		if (bytes.length > MAX_BODY) {
			throw new RefusedRequest(HttpStatus.CONTENT_TOO_LARGE, "BAD_USER_INPUT",
					"The body is larger than %d bytes.".formatted(MAX_BODY));
		}
		return bytes;
	}

	private @Nullable Object parse(byte[] text, String what) {
		if (text.length == 0) {
			throw RefusedRequest.badRequest(what + " is empty. It must be a JSON object with a \"query\".");
		}
		try {
			return this.json.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			throw RefusedRequest.badRequest("%s is not valid JSON%s.".formatted(what, where(ex)));
		}
	}

	private static String where(JacksonException ex) {
		String place = (ex.getLocation() != null)
				? " at line %d, column %d".formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()) : "";
		return switch (ex) {
			case StreamConstraintsException limit ->
				"%s: it is nested deeper than %d levels, or has a number that is far too long".formatted(place,
						MAX_DEPTH);
			case UnexpectedEndOfInputException end -> place + ": it ends too soon";
			case DatabindException trailing -> place + ": there is more behind its end";
			case StreamReadException read -> place + ": " + read.getOriginalMessage();
			default -> place;
		};
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

	private static @Nullable String operationName(@Nullable Object value) {
		if (value != null && !(value instanceof String)) {
			throw RefusedRequest.badRequest("\"operationName\" must be a string or null.");
		}
		return (String) value;
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
