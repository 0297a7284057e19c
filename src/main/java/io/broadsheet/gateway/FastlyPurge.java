package io.broadsheet.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * Fastly's purge by surrogate keys.
 *
 * @param api where Fastly's API is
 * @param service the id of the service
 * @param secret a token that may purge it
 * @see <a href="https://www.fastly.com/documentation/reference/api/purging/">Fastly's
 * API</a>
 */
record FastlyPurge(URI api, String service, String secret) implements PurgeTarget {

	@Override
	public String name() {
		return "Fastly";
	}

	@Override
	public int most() {
		return 256;
	}

	@Override
	public HttpRequest request(List<String> tags) {
		return HttpRequest.newBuilder(URI.create("%s/service/%s/purge".formatted(this.api, this.service)))
			.header("Fastly-Key", this.secret)
			.header("Surrogate-Key", String.join(" ", tags))
			.POST(BodyPublishers.noBody())
			.build();
	}

	/** Names no secret. */
	@Override
	public String toString() {
		return name();
	}

}
