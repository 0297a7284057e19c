package io.broadsheet.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import graphql.GraphQLContext;
import io.broadsheet.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells caches for how long they may keep an answer, and what is in it, so that it can be
 * purged. Whatever is not certain to be the same for everybody is not to be kept.
 */
@Component
@Order(0)
class CacheControl implements WebGraphQlInterceptor {

	private static final String NOT_AT_ALL = "no-store";

	private static final String FOR_ITS_VIEWER = "private, no-cache";

	/**
	 * So much fits into the head of a response, with as much again for another header.
	 */
	private static final int ROOM = 6_000;

	private final CacheSettings settings;

	CacheControl(CacheSettings settings) {
		this.settings = settings;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request).doOnNext(this::addHeaders);
	}

	private void addHeaders(WebGraphQlResponse response) {
		GraphQLContext context = response.getExecutionInput().getGraphQLContext();
		CacheHint hint = context.get(CacheHint.class);
		HttpHeaders headers = response.getResponseHeaders();
		if (hint == null || !isPlain(response)) {
			headers.setCacheControl(NOT_AT_ALL);
			return;
		}
		if (!hint.shared() || !Viewer.in(context).isReader()) {
			headers.setCacheControl(FOR_ITS_VIEWER);
			return;
		}
		long most = this.settings.maxAge().toSeconds();
		long maxAge = (hint.maxAge() != null) ? Math.min(hint.maxAge(), most) : most;
		Map<String, String> told = new LinkedHashMap<>();
		told.put(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=" + maxAge + ", stale-while-revalidate="
				+ this.settings.stale().toSeconds());
		addTags(context, hint, told);
		told.forEach(headers::set);
		context.put(Keeping.class, new Keeping(Duration.ofSeconds(maxAge), told));
	}

	/** Errors pass, and extensions are for who asked for them. */
	private static boolean isPlain(WebGraphQlResponse response) {
		return response.getExecutionResult().isDataPresent() && response.getErrors().isEmpty()
				&& response.getExtensions().isEmpty();
	}

	private void addTags(GraphQLContext context, CacheHint hint, Map<String, String> headers) {
		AnswerTags tags = context.get(AnswerTags.class);
		if (tags == null) {
			return;
		}
		tags.addAll(hint.tags());
		Set<String> told = tags.within(ROOM);
		if (!told.isEmpty()) {
			this.settings.tagHeaders()
				.forEach((name) -> headers.put(name, String.join(name.equals("Cache-Tag") ? "," : " ", told)));
		}
	}

}
