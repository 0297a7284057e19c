package io.broadsheet.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Cloudflare's purge by cache tags.
 *
 * @param api where Cloudflare's API is
 * @param zone the id of the zone
 * @param secret a token that may purge it
 * @see <a href=
 * "https://developers.cloudflare.com/api/resources/cache/methods/purge/">Cloudflare's
 * API</a>
 */
record CloudflarePurge(URI api, String zone, String secret) implements PurgeTarget {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public String name() {
		return "Cloudflare";
	}

	@Override
	public int most() {
		return 30;
	}

	@Override
	public HttpRequest request(List<String> tags) {
		return HttpRequest.newBuilder(URI.create("%s/zones/%s/purge_cache".formatted(this.api, this.zone)))
			.header("Authorization", "Bearer " + this.secret)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("tags", tags))))
			.build();
	}

	/** Names no secret. */
	@Override
	public String toString() {
		return name();
	}

}
