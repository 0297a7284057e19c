package io.broadsheet.access;

import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link Viewer}, whom the transport has found out, into the GraphQL context.
 */
@Component
class ViewerInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Viewer viewer = Viewer.of(request);
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext((context) -> context.put(Viewer.class, viewer)).build());
		return chain.next(request);
	}

}
