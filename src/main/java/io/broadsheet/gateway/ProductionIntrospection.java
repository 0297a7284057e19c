package io.broadsheet.gateway;

import graphql.introspection.Introspection;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Switches introspection off for readers in production. */
@Component
@ConditionalOnProperty("broadsheet.production")
class ProductionIntrospection implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		request.configureExecutionInput((input, builder) -> builder
			.graphQLContext((context) -> context.put(Introspection.INTROSPECTION_DISABLED, true))
			.build());
		return chain.next(request);
	}

}
