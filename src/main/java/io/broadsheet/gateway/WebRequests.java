package io.broadsheet.gateway;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.broadsheet.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;

/** Makes GraphQL requests of HTTP's, with all that is known of who sends them. */
final class WebRequests {

	private WebRequests() {
	}

	/**
	 * Makes a request.
	 * @param parameters what is asked
	 * @param request how it came
	 * @param trace the trace that it belongs to
	 * @param more what else interceptors should know
	 */
	static WebGraphQlRequest of(GraphQlParameters parameters, HttpServletRequest request, TraceParent trace,
			Map<String, Object> more) {
		Map<String, Object> attributes = new HashMap<>(more);
		attributes.put(TraceParent.class.getName(), trace);
		attributes.put(Viewer.ATTRIBUTE, Viewer.of(request));
		return new WebGraphQlRequest(URI.create(request.getRequestURL().toString()), headers(request), null,
				new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()), attributes,
				parameters.toRequest(), trace.id().value(), Locale.ENGLISH);
	}

	private static HttpHeaders headers(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		return headers;
	}

}
