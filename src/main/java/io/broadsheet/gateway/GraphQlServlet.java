package io.broadsheet.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.broadsheet.access.Viewer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * GraphQL over HTTP: POST, and GET for queries. In place of the framework's own handler,
 * which has no GET, takes an accepted type with parameters for another, and answers
 * malformed JSON with an error page.
 */
class GraphQlServlet extends HttpServlet {

	private static final long serialVersionUID = 1;

	private static final Logger logger = LoggerFactory.getLogger(GraphQlServlet.class);

	private static final String METHODS = "GET, POST, OPTIONS";

	private final transient WebGraphQlHandler handler;

	private final transient RandomGenerator random;

	private final transient RequestReader reader = new RequestReader();

	private final transient ResponseWriter writer = new ResponseWriter();

	GraphQlServlet(WebGraphQlHandler handler, RandomGenerator random) {
		this.handler = handler;
		this.random = random;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		TraceParent trace = TraceParent.of(request.getHeader("traceparent"), this.random);
		ResponseType type = ResponseType.JSON;
		try {
			requireMethod(request, response);
			type = ResponseType.acceptedBy(request.getHeader(HttpHeaders.ACCEPT));
			if (!"OPTIONS".equals(request.getMethod())) {
				this.writer.write(answer(parameters(request), request, trace), type, response);
			}
		}
		catch (RefusedRequest ex) {
			this.writer.write(ex, trace, type, response);
		}
		catch (RuntimeException ex) {
			logger.error("A request failed before GraphQL could answer it, trace {}", trace.id().value(), ex);
			this.writer.write(failure(), trace, type, response);
		}
	}

	private static void requireMethod(HttpServletRequest request, HttpServletResponse response) {
		switch (request.getMethod()) {
			case "GET", "POST" -> {
			}
			case "OPTIONS" -> response.setHeader(HttpHeaders.ALLOW, METHODS);
			default -> throw RefusedRequest.notAllowed(METHODS, "Only GET, for queries, and POST are answered here.");
		}
	}

	private GraphQlParameters parameters(HttpServletRequest request) throws IOException {
		return isGet(request) ? this.reader.readQueryString(request) : this.reader.readBody(request);
	}

	private static boolean isGet(HttpServletRequest request) {
		return "GET".equals(request.getMethod());
	}

	private WebGraphQlResponse answer(GraphQlParameters parameters, HttpServletRequest request, TraceParent trace) {
		WebGraphQlRequest graphQlRequest = new WebGraphQlRequest(URI.create(request.getRequestURL().toString()),
				headers(request), null, new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()),
				Map.of(TraceParent.class.getName(), trace, Viewer.ATTRIBUTE, Viewer.of(request)),
				parameters.toRequest(), trace.id().value(), Locale.ENGLISH);
		if (isGet(request)) {
			QueriesByGet.require(graphQlRequest);
		}
		WebGraphQlResponse response = this.handler.handleRequest(graphQlRequest).block();
		if (response == null) {
			throw new IllegalStateException("GraphQL gave no answer");
		}
		return response;
	}

	private static HttpHeaders headers(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		return headers;
	}

	private static RefusedRequest failure() {
		return new RefusedRequest(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR", ErrorPresentation.BROKEN);
	}

}
