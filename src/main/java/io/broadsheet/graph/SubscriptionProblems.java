package io.broadsheet.graph;

import java.util.List;
import java.util.Map;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;

/** Tells listeners why a subscription ended before its time. */
@Component
class SubscriptionProblems implements SubscriptionExceptionResolver {

	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable failure) {
		if (failure instanceof Problem problem) {
			return told(problem.getMessage(), problem.code());
		}
		if (Exceptions.isOverflow(failure)) {
			return told("More than %d events were waiting to be read. Subscribe again, and read them faster."
				.formatted(Broadcast.MAX_WAITING), "RATE_LIMITED");
		}
		return Mono.empty();
	}

	private static Mono<List<GraphQLError>> told(String message, String code) {
		return Mono.just(List
			.of(GraphqlErrorBuilder.newError().message("%s", message).extensions(Map.of("code", code)).build()));
	}

}
