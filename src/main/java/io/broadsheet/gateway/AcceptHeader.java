package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The types that a client accepts (RFC 9110, 12.5.1).
 *
 * @param ranges what it names, in its order; empty if it does not say
 */
record AcceptHeader(List<MediaType> ranges) {

	/**
	 * Reads the header, however many lines it has.
	 * @throws RefusedRequest if it is malformed
	 */
	static AcceptHeader of(HttpServletRequest request) {
		try {
			return new AcceptHeader(
					MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT))));
		}
		catch (InvalidMediaTypeException ex) {
			throw RefusedRequest.badRequest("The Accept header is malformed.");
		}
	}

	/** Whether the client leaves the choice to the server. */
	boolean isSilent() {
		return this.ranges.isEmpty();
	}

	/**
	 * How much the client likes a type: the quality of the most specific range that
	 * covers it, 0 if none does.
	 */
	double quality(MediaType type) {
		double quality = 0;
		int specificity = -1;
		for (MediaType range : this.ranges) {
			int covers = covers(range, type);
			if (covers > specificity) {
				specificity = covers;
				quality = range.getQualityValue();
			}
		}
		return quality;
	}

	/** Where the client names exactly this type; after all that it names if nowhere. */
	int position(MediaType type) {
		for (int n = 0; n < this.ranges.size(); n++) {
			if (this.ranges.get(n).equalsTypeAndSubtype(type)) {
				return n;
			}
		}
		return this.ranges.size();
	}

	/** Whether the client names exactly this type. */
	boolean names(MediaType type) {
		return position(type) < this.ranges.size();
	}

	private static int covers(MediaType range, MediaType type) {
		if (!Objects.requireNonNullElse(range.getCharset(), StandardCharsets.UTF_8).equals(StandardCharsets.UTF_8)
				|| !range.includes(type)) {
			return -1;
		}
		if (range.isWildcardType()) {
			return 0;
		}
		return range.isWildcardSubtype() ? 1 : 2;
	}

}
