package io.broadsheet.graph;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Puts the {@link Client} into the GraphQL context. */
@Component
class ClientInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Client client = client(request.getRemoteAddress());
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext((context) -> context.put(Client.class, client)).build());
		return chain.next(request);
	}

	private static Client client(@Nullable InetSocketAddress address) {
		return (address != null) ? new Client(address.getHostString()) : Client.UNKNOWN;
	}

}
