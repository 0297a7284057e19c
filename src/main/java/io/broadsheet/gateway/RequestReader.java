package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
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

	/** The greatest length of a query string. */
	static final int MAX_QUERY_STRING = 8000;

	private final StrictJson json = new StrictJson();

	/**
	 * Reads a GET.
	 * @throws RefusedRequest if a parameter is missing or malformed
	 */
	GraphQlParameters readQueryString(HttpServletRequest request) {
		requireShort(request.getQueryString());
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("query", text(request, "query"));
		parameters.put("operationName", text(request, "operationName"));
		parameters.put("variables", parameter(request, "variables"));
		parameters.put("extensions", parameter(request, "extensions"));
		parameters.put(DocumentIds.EXTENSION, text(request, DocumentIds.EXTENSION));
		if (request.getAttribute(DocumentController.ATTRIBUTE) instanceof String id && !hasId(parameters)) {
			parameters.put(DocumentIds.EXTENSION, id);
		}
		return GraphQlParameters.of(parameters);
	}

	/** An id in the address is the last that counts. */
	private static boolean hasId(Map<String, @Nullable Object> parameters) {
		return parameters.get(DocumentIds.EXTENSION) != null
				|| (parameters.get("extensions") instanceof Map<?, ?> extensions
						&& extensions.get("persistedQuery") != null);
	}

	private static void requireShort(@Nullable String queryString) {
		if (queryString != null && queryString.length() > MAX_QUERY_STRING) {
			throw new RefusedRequest(HttpStatus.URI_TOO_LONG, "BAD_USER_INPUT",
					"The query string has %d characters, and may have %d: send a longer query by POST."
						.formatted(queryString.length(), MAX_QUERY_STRING));
		}
	}

	/**
	 * Reads a POST.
	 * @throws RefusedRequest if the body is too large, is no JSON or lacks what it must
	 * have
	 */
	GraphQlParameters readBody(HttpServletRequest request) throws IOException {
		requireJson(request);
		Object body = this.json.read(body(request), "The body");
		if (body instanceof List) {
			throw RefusedRequest
				.badRequest("Batches are not answered here: send one request at a time, each as a JSON object.");
		}
		if (!(body instanceof Map<?, ?> parameters)) {
			throw RefusedRequest.badRequest("The body must be a JSON object with a \"query\".");
		}
		return GraphQlParameters.of(parameters);
	}

	/** Room is made for no more than it says that it has. */
	private static byte[] body(HttpServletRequest request) throws IOException {
		int length = request.getContentLength();
		return (length >= 0) ? request.getInputStream().readNBytes(length) : request.getInputStream().readAllBytes();
	}

	private @Nullable Object parameter(HttpServletRequest request, String name) {
		String text = text(request, name);
		return (text == null || text.isEmpty()) ? null
				: this.json.read(text.getBytes(StandardCharsets.UTF_8), "The parameter \"" + name + "\"");
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
		if (!"identity".equalsIgnoreCase(
				Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_ENCODING), "identity"))) {
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

}
