package io.broadsheet.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/** The media types in which a GraphQL response can be written as a whole. */
enum ResponseType {

	/**
	 * What older clients understand: a well-formed request is always answered with 200.
	 */
	JSON("application", "json"),
	/**
	 * What the specification recommends: its status says whether the request was good.
	 */
	GRAPHQL_RESPONSE("application", "graphql-response+json"),
	/** Server-sent events, for those who name it. */
	EVENT_STREAM("text", "event-stream");

	private final String type;

	private final String subtype;

	ResponseType(String type, String subtype) {
		this.type = type;
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
		ResponseType best = null;
		for (ResponseType type : values()) {
			if (type.quality(accept) > 0 && (best == null || type.isBetterThan(best, accept))) {
				best = type;
			}
		}
		return best;
	}

	/** Whether a client takes this type. */
	boolean isAcceptedBy(AcceptHeader accept) {
		return quality(accept) > 0;
	}

	private boolean isBetterThan(ResponseType other, AcceptHeader accept) {
		int order = Double.compare(quality(accept), other.quality(accept));
		return order > 0 || (order == 0 && accept.position(type()) < accept.position(other.type()));
	}

	/** Who takes anything does not expect a stream of events. */
	private double quality(AcceptHeader accept) {
		return (this != EVENT_STREAM || accept.names(type())) ? accept.quality(type()) : 0;
	}

	private MediaType type() {
		return new MediaType(this.type, this.subtype);
	}

}
