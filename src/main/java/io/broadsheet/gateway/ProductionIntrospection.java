package io.broadsheet.gateway;

import graphql.introspection.Introspection;
import io.broadsheet.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Switches introspection off in production, but for editors. */
@Component
@ConditionalOnProperty("broadsheet.production")
class ProductionIntrospection implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (!Viewer.of(request).isEditor()) {
			request.configureExecutionInput((input, builder) -> builder
				.graphQLContext((context) -> context.put(Introspection.INTROSPECTION_DISABLED, true))
				.build());
		}
		return chain.next(request);
	}

}
