package io.broadsheet.gateway;

import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

import graphql.incremental.DelayedIncrementalPartialResult;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.reactivestreams.Publisher;
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

	private static final String METHODS = "GET, HEAD, POST, OPTIONS";

	private final transient WebGraphQlHandler handler;

	private final transient SharedAnswers shared;

	private final transient Tracer tracer;

	private final transient RandomGenerator random;

	private final transient RequestReader reader = new RequestReader();

	private final transient ResponseWriter writer = new ResponseWriter();

	private final transient PartsWriter partsWriter = new PartsWriter();

	private final transient EventStreamWriter eventsWriter;

	GraphQlServlet(WebGraphQlHandler handler, SharedAnswers shared, EventStreamWriter eventsWriter, Tracer tracer,
			RandomGenerator random) {
		this.handler = handler;
		this.shared = shared;
		this.eventsWriter = eventsWriter;
		this.tracer = tracer;
		this.random = random;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		TraceParent trace = trace(request);
		Acceptance accepted = Acceptance.UNKNOWN;
		try {
			requireMethod(request, response);
			accepted = Acceptance.of(AcceptHeader.of(request));
			if (!"OPTIONS".equals(request.getMethod())) {
				answer(parameters(request), request, trace, accepted, response);
			}
		}
		catch (RefusedRequest ex) {
			this.writer.write(ex, trace, accepted.whole(), response);
		}
		catch (RuntimeException ex) {
			logger.error("A request failed before GraphQL could answer it, trace {}", trace.id().value(), ex);
			this.writer.write(failure(), trace, accepted.whole(), response);
		}
	}

	/** The one that is exported, so that who is told of it finds that. */
	private TraceParent trace(HttpServletRequest request) {
		Span span = this.tracer.currentSpan();
		TraceParent exported = (span != null) ? TraceParent.known(span.context().traceId()) : null;
		return (exported != null) ? exported : TraceParent.of(request.getHeader("traceparent"), this.random);
	}

	private static void requireMethod(HttpServletRequest request, HttpServletResponse response) {
		switch (request.getMethod()) {
			case "GET", "HEAD", "POST" -> {
			}
			case "OPTIONS" -> response.setHeader(HttpHeaders.ALLOW, METHODS);
			default -> throw RefusedRequest.notAllowed(METHODS, "Only GET, for queries, and POST are answered here.");
		}
	}

	private GraphQlParameters parameters(HttpServletRequest request) throws IOException {
		return isPost(request) ? this.reader.readBody(request) : this.reader.readQueryString(request);
	}

	private static boolean isPost(HttpServletRequest request) {
		return "POST".equals(request.getMethod());
	}

	private void answer(GraphQlParameters parameters, HttpServletRequest request, TraceParent trace,
			Acceptance accepted, HttpServletResponse response) throws IOException, ServletException {
		Execution execution = new Execution(this.handler, accepted.whole(),
				() -> asked(parameters, request, trace, accepted),
				() -> Sender.ofGateway(Sender.address(request)).ask(parameters, trace, Map.of()));
		if (!this.shared.answer(parameters, execution, accepted, request, response)) {
			write(execution, request, trace, accepted, response);
		}
	}

	private static WebGraphQlRequest asked(GraphQlParameters parameters, HttpServletRequest request, TraceParent trace,
			Acceptance accepted) {
		WebGraphQlRequest asked = Sender.of(request)
			.ask(parameters, trace,
					(accepted.parts() != null) ? Map.of(Deferral.ATTRIBUTE, accepted.parts()) : Map.of());
		if (!isPost(request)) {
			QueriesByGet.require(asked, accepted.events() && "GET".equals(request.getMethod()));
		}
		return asked;
	}

	private void write(Execution execution, HttpServletRequest request, TraceParent trace, Acceptance accepted,
			HttpServletResponse response) throws IOException, ServletException {
		WebGraphQlResponse answer = execution.response();
		if (ResultStream.isOpen(answer) && !accepted.events()) {
			throw RefusedRequest.subscription();
		}
		answer.getResponseHeaders()
			.forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		Publisher<DelayedIncrementalPartialResult> following = Deferral.after(answer);
		if (accepted.parts() != null && (following != null || accepted.partsOnly())) {
			this.partsWriter.write(answer, following, accepted.parts(), response);
		}
		else if (ResultStream.isOpen(answer)) {
			this.eventsWriter.write(answer, trace, request, response);
		}
		else {
			this.writer.write(execution.whole(), request, response);
		}
	}

	private static RefusedRequest failure() {
		return new RefusedRequest(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR", ErrorPresentation.BROKEN);
	}

}
