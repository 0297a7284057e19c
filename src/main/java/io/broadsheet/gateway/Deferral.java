package io.broadsheet.gateway;

import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.incremental.DelayedIncrementalPartialResult;
import graphql.incremental.IncrementalExecutionResult;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Lets fragments be deferred for a client that takes an answer in parts, and keeps what
 * follows in the operation's context: whoever makes a new response of the engine's would
 * lose it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Deferral implements WebGraphQlInterceptor {

	/** The attribute of a request whose client takes an answer in parts. */
	static final String ATTRIBUTE = Deferral.class.getName();

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (!request.getAttributes().containsKey(ATTRIBUTE)) {
			return chain.next(request);
		}
		request.configureExecutionInput((input, builder) -> {
			GraphQLContext context = input.getGraphQLContext();
			GraphQL.unusualConfiguration(context).incrementalSupport().enableIncrementalSupport(true);
			context.put(DeferredFragments.class, new DeferredFragments());
			return input;
		});
		return chain.next(request).doOnNext(Deferral::keep);
	}

	private static void keep(WebGraphQlResponse response) {
		if (response.getExecutionResult() instanceof IncrementalExecutionResult result) {
			response.getExecutionInput().getGraphQLContext().put(Deferral.class, result.getIncrementalItemPublisher());
		}
	}

	/**
	 * What follows a response, null if it is whole. It is worked out once somebody
	 * subscribes.
	 */
	static @Nullable Publisher<DelayedIncrementalPartialResult> after(WebGraphQlResponse response) {
		return response.getExecutionInput().getGraphQLContext().get(Deferral.class);
	}

}
