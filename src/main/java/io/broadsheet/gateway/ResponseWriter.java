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

	private final JsonMapper json = JsonMapper.builder().build();

	/** Writes what GraphQL answered. */
	void write(WebGraphQlResponse answer, ResponseType type, HttpServletResponse response) throws IOException {
		Map<String, Object> content = answer.toMap();
		write(AnswerStatus.of(content, type), content, type, response);
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
		byte[] body = (type == ResponseType.EVENT_STREAM) ? ServerSentEvents.only(content)
				: this.json.writeValueAsBytes(content);
		response.setStatus(status.value());
		response.setContentType(type.header());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (type == ResponseType.EVENT_STREAM || !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
