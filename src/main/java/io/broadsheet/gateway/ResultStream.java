package io.broadsheet.gateway;

import java.util.List;
import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.OperationDefinition.Operation;
import io.broadsheet.graph.TraceId;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * What an operation answers, one result after the other: a query or a mutation gives one,
 * a subscription any number. A result without {@code data} says why there is none, and is
 * the last.
 */
final class ResultStream {

	private static final Logger logger = LoggerFactory.getLogger(ResultStream.class);

	private static final String DATA = "data";

	private ResultStream() {
	}

	/** Whether there may be more than one result. */
	static boolean isOpen(WebGraphQlResponse response) {
		return response.getExecutionResult().getData() instanceof Publisher;
	}

	/** Whether a result says that the operation failed as a whole. */
	static boolean isFailure(Map<String, Object> result) {
		return !result.containsKey(DATA);
	}

	/**
	 * The results, as the specification writes them.
	 * @param response what GraphQL answered
	 * @param trace which trace the operation belongs to
	 */
	static Flux<Map<String, Object>> of(WebGraphQlResponse response, TraceId trace) {
		ExecutionResult answer = response.getExecutionResult();
		if (answer.getData() instanceof Publisher<?> events) {
			return Flux.from(events)
				.cast(ExecutionResult.class)
				.map((event) -> presented(event, trace))
				.onErrorResume((ex) -> Flux.just(failure(ErrorPresentation.present(errors(ex, trace), trace))));
		}
		if (answer.getData() == null && OperationKind.of(response) == Operation.SUBSCRIPTION) {
			return Flux.just(failure(answer.getErrors()));
		}
		return Flux.just(answer.toSpecification());
	}

	private static Map<String, Object> presented(ExecutionResult event, TraceId trace) {
		List<GraphQLError> errors = ErrorPresentation.present(event.getErrors(), trace);
		return event.transform((builder) -> builder.errors(errors)).toSpecification();
	}

	private static Map<String, Object> failure(List<GraphQLError> errors) {
		return Map.of("errors", errors.stream().map(GraphQLError::toSpecification).toList());
	}

	private static List<GraphQLError> errors(Throwable failure, TraceId trace) {
		if (failure instanceof SubscriptionPublisherException told) {
			return told.getErrors();
		}
		logger.error("A subscription failed, trace {}", trace.value(), failure);
		return List.of(GraphqlErrorBuilder.newError()
			.message(ErrorPresentation.BROKEN)
			.extensions(Map.of(PresentedError.CODE, "INTERNAL_SERVER_ERROR"))
			.build());
	}

}
