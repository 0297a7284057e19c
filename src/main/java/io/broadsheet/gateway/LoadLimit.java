package io.broadsheet.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Works on so many operations of all transports at once as the gateway can bear. Over
 * HTTP most of what is too much was sent away before, by {@link LoadFilter}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class LoadLimit implements WebGraphQlInterceptor {

	static final String CODE = "OVERLOADED";

	static final String MESSAGE = "More is asked for just now than can be answered. Try again in a second.";

	static final String RETRY_SECONDS = "1";

	private final Load load;

	LoadLimit(Load load) {
		this.load = load;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> {
			Optional<Load.Place> place = this.load.enter();
			if (place.isEmpty()) {
				return Mono.just(sentAway(request));
			}
			return Mono.using(place::get, (taken) -> chain.next(request), Load.Place::close);
		});
	}

	private static WebGraphQlResponse sentAway(WebGraphQlRequest request) {
		ExecutionInput input = ExecutionInput.newExecutionInput(request.getDocument()).build();
		ExecutionResult result = ExecutionResult.newExecutionResult()
			.addError(new PresentedError(MESSAGE, List.of(), null, Map.of(PresentedError.CODE, CODE)))
			.build();
		WebGraphQlResponse response = new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
		response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		return response;
	}

}
