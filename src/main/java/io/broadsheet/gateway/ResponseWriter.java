package io.broadsheet.gateway;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** Writes GraphQL responses. */
class ResponseWriter {

	/** Writes the answer to a request, whose headers are there already. */
	void write(WholeAnswer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
		writeHead(answer, response);
		if (ContentNegotiation.isReading(request) && answer.mayBeKept()) {
			onHeap(ContentNegotiation.select(answer.content(), answer.type(), request)).write(response);
		}
		else {
			writeBody(answer, response);
		}
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
		WholeAnswer answer = WholeAnswer.of(refused.status(), type, new HttpHeaders(),
				Map.of("errors", List.of(error)));
		writeHead(answer, response);
		writeBody(answer, response);
	}

	private static void writeHead(WholeAnswer answer, HttpServletResponse response) {
		response.setStatus(answer.status().value());
		response.setContentType(answer.type().header());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (answer.type() == ResponseType.EVENT_STREAM || !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		response.setHeader("X-Content-Type-Options", "nosniff");
	}

	private static void writeBody(WholeAnswer answer, HttpServletResponse response) throws IOException {
		byte[] body = onHeap(answer.content().plain());
		ServerConnection.makeRoomFor(body.length);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/** What was made for this client alone nobody releases. */
	private static <T> T onHeap(@Nullable T content) {
		return Objects.requireNonNull(content);
	}

}
