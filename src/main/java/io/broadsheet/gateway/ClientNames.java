package io.broadsheet.gateway;

import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Puts the {@link ClientName} into the context of each operation. */
@Component
class ClientNames implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		ClientName client = ClientName.of(request.getHeaders()::getFirst);
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext((context) -> context.put(ClientName.class, client)).build());
		return chain.next(request);
	}

}
