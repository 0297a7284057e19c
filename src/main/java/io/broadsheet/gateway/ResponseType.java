package io.broadsheet.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types in which a GraphQL response can be written. */
enum ResponseType {

	/**
	 * What the specification recommends: its status says whether the request was good.
	 */
	GRAPHQL_RESPONSE("application", "graphql-response+json"),
	/**
	 * What older clients understand: a well-formed request is always answered with 200.
	 */
	JSON("application", "json");

	private final String type;

	private final String subtype;

	ResponseType(String type, String subtype) {
		this.type = type;
		this.subtype = subtype;
	}

	/** The value of {@code Content-Type}. */
	String header() {
		return this.type + "/" + this.subtype + "; charset=utf-8";
	}

	/**
	 * The best type for a client, by RFC 9110's content negotiation.
	 * @param accept the value of {@code Accept}; without one it is JSON, as the
	 * specification says
	 * @throws RefusedRequest if the client accepts none
	 */
	static ResponseType acceptedBy(@Nullable String accept) {
		if (accept == null || accept.isBlank()) {
			return JSON;
		}
		double json = JSON.quality(parse(accept));
		double graphQl = GRAPHQL_RESPONSE.quality(parse(accept));
		if (Math.max(json, graphQl) == 0) {
			throw new RefusedRequest(HttpStatus.NOT_ACCEPTABLE, "BAD_USER_INPUT",
					"The answer can be application/graphql-response+json or application/json, in UTF-8.");
		}
		return (graphQl > json || (graphQl == json && isNamedFirst(accept))) ? GRAPHQL_RESPONSE : JSON;
	}

	private static boolean isNamedFirst(String accept) {
		int graphQl = accept.indexOf(GRAPHQL_RESPONSE.subtype);
		int json = accept.indexOf("application/json");
		return graphQl >= 0 && (json < 0 || graphQl < json);
	}

	private static List<MediaType> parse(String accept) {
		try {
			return MediaType.parseMediaTypes(accept);
		}
		catch (InvalidMediaTypeException ex) {
			throw RefusedRequest.badRequest("The Accept header is malformed.");
		}
	}

	/** The quality of the most specific range that covers this type; 0 if none does. */
	private double quality(List<MediaType> ranges) {
		double quality = 0;
		int specificity = -1;
		for (MediaType range : ranges) {
			int covers = covers(range);
			if (covers > specificity) {
				specificity = covers;
				quality = range.getQualityValue();
			}
		}
		return quality;
	}

	private int covers(MediaType range) {
		if (range.getParameter("charset") != null && !"utf-8".equalsIgnoreCase(range.getParameter("charset"))) {
			return -1;
		}
		if (range.isWildcardType()) {
			return 0;
		}
		if (!range.getType().equals(this.type)) {
			return -1;
		}
		if (range.isWildcardSubtype()) {
			return range.getSubtype().equals("*") ? 1 : -1;
		}
		return range.getSubtype().equals(this.subtype) ? 2 : -1;
	}

}
