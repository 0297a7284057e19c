package io.broadsheet.gateway;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Writes GraphQL responses, with the statuses that the specification asks for. */
class ResponseWriter {

	/**
	 * Whose fault it is if nothing was answered, unless it is the request's. The status
	 * 408 would say that the request came too slowly, and have browsers send it again.
	 */
	private static final Map<String, HttpStatus> FAILURES = Map.of("STORE_UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE,
			"TIMEOUT", HttpStatus.GATEWAY_TIMEOUT, "RATE_LIMITED", HttpStatus.TOO_MANY_REQUESTS);

	private final JsonMapper json = JsonMapper.builder().build();

	/** Writes what GraphQL answered. */
	void write(WebGraphQlResponse answer, ResponseType type, HttpServletResponse response) throws IOException {
		Map<String, Object> content = answer.toMap();
		write((type == ResponseType.JSON) ? HttpStatus.OK : status(content), content, type, response);
	}

	/** Writes why a request was refused. */
	void write(RefusedRequest refused, TraceParent trace, ResponseType type, HttpServletResponse response)
			throws IOException {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put(PresentedError.CODE, refused.code());
		extensions.putAll(refused.extensions());
		extensions.put("traceId", trace.id().value());
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", refused.reason());
		error.put("extensions", extensions);
		if (refused.allowed() != null) {
			response.setHeader(HttpHeaders.ALLOW, refused.allowed());
		}
		write(refused.status(), Map.of("errors", List.of(error)), type, response);
	}

	private void write(HttpStatus status, Map<String, Object> content, ResponseType type, HttpServletResponse response)
			throws IOException {
		byte[] body = this.json.writeValueAsBytes(content);
		response.setStatus(status.value());
		response.setContentType(type.header());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/** A request error has no data at all; a failure of ours may have null. */
	private static HttpStatus status(Map<String, Object> content) {
		if (content.get("data") != null) {
			return HttpStatus.OK;
		}
		for (Map.Entry<String, HttpStatus> failure : FAILURES.entrySet()) {
			if (hasError(content, failure.getKey())) {
				return failure.getValue();
			}
		}
		return content.containsKey("data") ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
	}

	private static boolean hasError(Map<String, Object> content, String code) {
		return content.get("errors") instanceof List<?> errors && errors.stream()
			.anyMatch((error) -> error instanceof Map<?, ?> fields
					&& fields.get("extensions") instanceof Map<?, ?> extensions && code.equals(extensions.get("code")));
	}

}
