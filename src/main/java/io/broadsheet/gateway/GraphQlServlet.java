package io.broadsheet.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.random.RandomGenerator;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
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
				this.writer.write(answer(parameters(request, response), request, trace), type, response);
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
			default -> throw notAllowed(response, METHODS, "Only GET, for queries, and POST are answered here.");
		}
	}

	private GraphQlParameters parameters(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if ("POST".equals(request.getMethod())) {
			return this.reader.readBody(request);
		}
		GraphQlParameters parameters = this.reader.readQueryString(request);
		if (operation(parameters) != Operation.QUERY) {
			throw notAllowed(response, "POST", "Only queries are answered to GET: send a mutation by POST.");
		}
		return parameters;
	}

	private static Operation operation(GraphQlParameters parameters) {
		try {
			Document document = Parser.parse(parameters.query());
			return document.getDefinitionsOfType(OperationDefinition.class)
				.stream()
				.filter((operation) -> parameters.operationName() == null
						|| parameters.operationName().equals(operation.getName()))
				.map(OperationDefinition::getOperation)
				.filter((operation) -> operation != Operation.QUERY)
				.findFirst()
				.orElse(Operation.QUERY);
		}
		catch (InvalidSyntaxException ex) {
			return Operation.QUERY;
		}
	}

	private WebGraphQlResponse answer(GraphQlParameters parameters, HttpServletRequest request, TraceParent trace) {
		WebGraphQlRequest graphQlRequest = new WebGraphQlRequest(URI.create(request.getRequestURL().toString()),
				headers(request), null, new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()),
				Map.of(TraceParent.class.getName(), trace), parameters.toRequest(), trace.id().value(),
				request.getLocale());
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

	private static RefusedRequest notAllowed(HttpServletResponse response, String allowed, String reason) {
		response.setHeader(HttpHeaders.ALLOW, allowed);
		return new RefusedRequest(HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", reason);
	}

	private static RefusedRequest failure() {
		return new RefusedRequest(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR",
				"Something went wrong on our side. The newsroom's engineers find it in the log by this traceId.");
	}

}
