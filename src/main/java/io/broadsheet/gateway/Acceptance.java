package io.broadsheet.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * In which forms a client takes an answer.
 *
 * @param whole the type of an answer in one piece
 * @param parts the format of an answer in parts, null if it takes none
 * @param partsOnly whether it takes nothing else
 * @param events whether it takes a stream of events, which is how subscriptions are
 * answered
 */
record Acceptance(ResponseType whole, @Nullable IncrementalFormat parts, boolean partsOnly, boolean events) {

	/** What a client is taken to accept before it is known. */
	static final Acceptance UNKNOWN = new Acceptance(ResponseType.JSON, null, false, false);

	/**
	 * Reads what a client accepts.
	 * @throws RefusedRequest if there is nothing that it would take
	 */
	static Acceptance of(AcceptHeader accept) {
		ResponseType whole = ResponseType.acceptedBy(accept);
		IncrementalFormat parts = IncrementalFormat.acceptedBy(accept);
		if (whole == null && parts == null) {
			throw new RefusedRequest(HttpStatus.NOT_ACCEPTABLE, "BAD_USER_INPUT",
					"The answer can be application/graphql-response+json or application/json, in UTF-8, text/event-stream, and multipart/mixed where @defer is used.");
		}
		return new Acceptance((whole != null) ? whole : ResponseType.JSON, parts, whole == null,
				ResponseType.EVENT_STREAM.isAcceptedBy(accept));
	}

}
