package io.broadsheet.gateway;

import java.util.Map;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer in one piece, as it is written.
 *
 * @param status its status, which the specification asks for
 * @param type its media type
 * @param headers its headers besides those that say what its body is
 * @param content its body
 */
record WholeAnswer(HttpStatus status, ResponseType type, HttpHeaders headers, Content content) {

	/** What GraphQL answered. */
	static WholeAnswer of(WebGraphQlResponse answer, ResponseType type) {
		Map<String, Object> body = answer.toMap();
		return of(AnswerStatus.of(body, type), type, answer.getResponseHeaders(), body);
	}

	/** An answer with a body that is to be written as JSON. */
	static WholeAnswer of(HttpStatus status, ResponseType type, HttpHeaders headers, Map<String, Object> body) {
		return new WholeAnswer(status, type, headers, new Content(
				(type == ResponseType.EVENT_STREAM) ? ServerSentEvents.only(body) : AnswerJson.write(body)));
	}

	/** Whether its client, or somebody before it, may keep it. */
	boolean mayBeKept() {
		String control = this.headers.getCacheControl();
		return this.status == HttpStatus.OK && this.type != ResponseType.EVENT_STREAM && control != null
				&& !control.contains("no-store");
	}

}
