package io.broadsheet.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/** The media types in which a GraphQL response can be written. */
enum ResponseType {

	/**
	 * What the specification recommends: its status says whether the request was good.
	 */
	GRAPHQL_RESPONSE("graphql-response+json"),
	/**
	 * What older clients understand: a well-formed request is always answered with 200.
	 */
	JSON("json");

	private final String subtype;

	ResponseType(String subtype) {
		this.subtype = subtype;
	}

	/** The value of {@code Content-Type}. */
	String header() {
		return type() + "; charset=utf-8";
	}

	/**
	 * The one that a client likes best, null if it likes none. Without a word from it
	 * that is JSON, as the specification says.
	 */
	static @Nullable ResponseType acceptedBy(AcceptHeader accept) {
		if (accept.isSilent()) {
			return JSON;
		}
		double json = accept.quality(JSON.type());
		double graphQl = accept.quality(GRAPHQL_RESPONSE.type());
		if (Math.max(json, graphQl) == 0) {
			return null;
		}
		boolean isNamedFirst = accept.position(GRAPHQL_RESPONSE.type()) < accept.position(JSON.type());
		return (graphQl > json || (graphQl == json && isNamedFirst)) ? GRAPHQL_RESPONSE : JSON;
	}

	private MediaType type() {
		return new MediaType("application", this.subtype);
	}

}
