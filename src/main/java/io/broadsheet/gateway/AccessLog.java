package io.broadsheet.gateway;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.github.benmanes.caffeine.cache.Cache;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * One line in the log for each request: which operation, what it cost, what came of it
 * and how long it took, but nothing that a reader wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessLog extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	/** Its lines are made here and written by {@link AccessLogOutput}. */
	static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.broadsheet.access-log");

	/** It has no name, or was refused before it had one. */
	private static final String UNNAMED = "anonymous";

	private static final String GOOD = "OK";

	/** It asked for one that is not there, or was refused before it was looked for. */
	private static final String NO_DOCUMENT = "none";

	/** Enough to tell documents apart. */
	private static final int HASH_DIGITS = 16;

	private final AccessLogOutput output;

	/** A document is parsed once, and its operations say the same each time. */
	private final Cache<OperationDefinition, Line> lines = Caches.newBuilder().weakKeys().build();

	AccessLog(AccessLogOutput output) {
		this.output = output;
	}

	/** A client need not say which operation it wants if there is one alone. */
	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
		context.put(Line.class,
				this.lines.get(parameters.getExecutionContext().getOperationDefinition(),
						(operation) -> new Line(Objects.requireNonNullElse(operation.getName(), UNNAMED),
								documentIn(context))));
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (!LOGGER.isInfoEnabled()) {
			return chain.next(request);
		}
		long start = System.nanoTime();
		AtomicReference<@Nullable GraphQLContext> context = new AtomicReference<>();
		request.configureExecutionInput((input, builder) -> {
			context.set(input.getGraphQLContext());
			return input;
		});
		return chain.next(request)
			.doOnNext((response) -> write(request, response, context.get(), (System.nanoTime() - start) / 1_000_000));
	}

	/** Notes that somebody was given a kept answer. */
	void write(KeptAnswer.Asked asked, @Nullable String trace, long nanos) {
		if (LOGGER.isInfoEnabled()) {
			write(new Line(asked.operation(), asked.document()), asked.cost(), GOOD, trace, nanos / 1_000_000);
		}
	}

	private void write(WebGraphQlRequest request, WebGraphQlResponse response, @Nullable GraphQLContext context,
			long millis) {
		Line line = (context != null)
				? context.computeIfAbsent(Line.class, (key) -> new Line(UNNAMED, documentIn(context))) : Line.UNKNOWN;
		Cost cost = (context != null) ? context.get(Cost.class) : null;
		write(line, (cost != null) ? cost.requested() : 0, status(response), request.getId(), millis);
	}

	private void write(Line line, long cost, String status, @Nullable String trace, long millis) {
		LoggingEvent event = new LoggingEvent(AccessLog.class.getName(), LOGGER, Level.INFO,
				"{} {} cost {} {} in {} ms", null,
				new Object[] { line.operation(), line.document(), cost, status, millis });
		event.addKeyValuePair(new KeyValuePair("graphql.operation.name", line.operation()));
		event.addKeyValuePair(new KeyValuePair("graphql.document.hash", line.document()));
		event.addKeyValuePair(new KeyValuePair("graphql.cost", cost));
		event.addKeyValuePair(new KeyValuePair("graphql.status", status));
		event.addKeyValuePair(new KeyValuePair("event.duration", millis * 1_000_000));
		if (trace != null) {
			event.addKeyValuePair(new KeyValuePair("trace.id", trace));
		}
		this.output.add(event);
	}

	private static String status(WebGraphQlResponse response) {
		return response.getErrors()
			.stream()
			.findFirst()
			.map((error) -> String.valueOf(error.getExtensions().getOrDefault(PresentedError.CODE, "ERROR")))
			.orElse(GOOD);
	}

	private static String documentIn(GraphQLContext context) {
		String document = Documents.text(context);
		return document.isEmpty() ? NO_DOCUMENT
				: HexFormat.of().formatHex(Sha256.of(document)).substring(0, HASH_DIGITS);
	}

	/**
	 * What a line says of an operation; in the GraphQL context under its class, once it
	 * is known.
	 *
	 * @param operation its name
	 * @param document a hash of its document
	 */
	record Line(String operation, String document) {

		/** None is written. */
		static final Line UNKNOWN = new Line(UNNAMED, NO_DOCUMENT);

	}

}
