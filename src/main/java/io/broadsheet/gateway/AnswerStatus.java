package io.broadsheet.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.HttpStatus;

/**
 * The status of what GraphQL answered, by the GraphQL over HTTP specification and by
 * whose fault it is if nothing was answered.
 */
final class AnswerStatus {

	/** Clients, and what stands before the gateway, know these by their statuses. */
	private static final Map<String, HttpStatus> REFUSALS = Map.of("RATE_LIMITED", HttpStatus.TOO_MANY_REQUESTS,
			LoadLimit.CODE, HttpStatus.SERVICE_UNAVAILABLE);

	/**
	 * The status 408 would say that the request came too slowly, and have browsers send
	 * it again.
	 */
	private static final Map<String, HttpStatus> FAILURES = Map.of("STORE_UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE,
			"TIMEOUT", HttpStatus.GATEWAY_TIMEOUT);

	/**
	 * What a request is told that is not answered at all. Who asks for a document that is
	 * not there yet sends it next, unless a status frightens the client's library.
	 */
	private static final Map<String, HttpStatus> REQUEST_ERRORS = Map.of("PERSISTED_QUERY_NOT_FOUND", HttpStatus.OK,
			"FORBIDDEN", HttpStatus.FORBIDDEN);

	private AnswerStatus() {
	}

	/** A request error has no data at all; a failure of ours may have null. */
	static HttpStatus of(Map<String, Object> answer, ResponseType type) {
		if (answer.get("data") != null) {
			return HttpStatus.OK;
		}
		Set<String> codes = codes(answer);
		HttpStatus good = (type != ResponseType.GRAPHQL_RESPONSE || answer.containsKey("data")) ? HttpStatus.OK
				: find(REQUEST_ERRORS, codes, HttpStatus.BAD_REQUEST);
		HttpStatus failed = (type != ResponseType.GRAPHQL_RESPONSE) ? HttpStatus.OK : find(FAILURES, codes, good);
		return find(REFUSALS, codes, failed);
	}

	private static HttpStatus find(Map<String, HttpStatus> statuses, Set<String> codes, HttpStatus otherwise) {
		return codes.stream().filter(statuses::containsKey).findFirst().map(statuses::get).orElse(otherwise);
	}

	private static Set<String> codes(Map<String, Object> answer) {
		Set<String> codes = new HashSet<>();
		if (answer.get("errors") instanceof List<?> errors) {
			for (Object error : errors) {
				if (error instanceof Map<?, ?> fields && fields.get("extensions") instanceof Map<?, ?> extensions) {
					codes.add(String.valueOf(extensions.get(PresentedError.CODE)));
				}
			}
		}
		return codes;
	}

}
