package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import io.broadsheet.store.RequestPatience;
import io.broadsheet.store.StoreWatch;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Lets no request wait long for the store, and marks an answer that was given while the
 * store was away: in what it shows nothing new has come in since.
 */
@Component
class StoreInterceptor implements WebGraphQlInterceptor {

	static final String HEADER = "Broadsheet-Store";

	static final String AWAY = "unavailable";

	private final StoreWatch watch;

	StoreInterceptor(StoreWatch watch) {
		this.watch = watch;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request)
			.map((response) -> this.watch.isAway() ? marked(response) : response)
			.contextWrite((context) -> context.put(RequestPatience.KEY, true));
	}

	private static WebGraphQlResponse marked(WebGraphQlResponse response) {
		Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
		extensions.put("store", AWAY);
		WebGraphQlResponse marked = response.transform((builder) -> builder.extensions(extensions).build());
		marked.getResponseHeaders().set(HEADER, AWAY);
		return marked;
	}

}
