package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a request goes beyond a limit, as clients are told.
 *
 * @param limit the limit
 * @param allowed what it allows
 * @param asked what the request asks for
 */
record Excess(Limit limit, long allowed, long asked) {

	/** What is wrong and what would be right. */
	String message() {
		return this.limit.sentence(this.allowed, this.asked);
	}

	/** What programs can act on. */
	Map<String, Object> extensions(String code) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put(PresentedError.CODE, code);
		extensions.put("limit", Map.of("name", this.limit.label(), "allowed", this.allowed, "asked", this.asked));
		extensions.put("help", this.limit.help());
		return extensions;
	}

}
