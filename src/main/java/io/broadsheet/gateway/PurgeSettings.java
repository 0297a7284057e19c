package io.broadsheet.gateway;

import java.net.URI;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which caches are told of changes; none unless they are set.
 *
 * @param fastlyUrl where Fastly's API is
 * @param fastlyService the id of the service at Fastly
 * @param fastlySecret a token of Fastly's that may purge
 * @param cloudflareUrl where Cloudflare's API is
 * @param cloudflareZone the id of the zone at Cloudflare
 * @param cloudflareSecret a token of Cloudflare's that may purge
 * @param webhookUrl where any other is told
 * @param webhookSecret with what that is signed
 * @param pause how long the first pause before another attempt is; each is twice as long
 */
@Validated
@ConfigurationProperties("broadsheet.purge")
record PurgeSettings(@DefaultValue("https://api.fastly.com") URI fastlyUrl, @Nullable String fastlyService,
		@Nullable String fastlySecret, @DefaultValue("https://api.cloudflare.com/client/v4") URI cloudflareUrl,
		@Nullable String cloudflareZone, @Nullable String cloudflareSecret, @Nullable URI webhookUrl,
		@Nullable String webhookSecret, @DefaultValue("1s") @DurationMin(millis = 1) Duration pause) {

	PurgeSettings {
		requireBoth("broadsheet.purge.fastly-service", fastlyService, "broadsheet.purge.fastly-secret", fastlySecret);
		requireBoth("broadsheet.purge.cloudflare-zone", cloudflareZone, "broadsheet.purge.cloudflare-secret",
				cloudflareSecret);
		requireBoth("broadsheet.purge.webhook-url", webhookUrl, "broadsheet.purge.webhook-secret", webhookSecret);
	}

	private static void requireBoth(String place, @Nullable Object where, String secret, @Nullable Object with) {
		if ((where == null) != (with == null)) {
			throw new IllegalArgumentException("%s and %s belong together; set both or neither."
				.formatted((where != null) ? secret : place, (where != null) ? place : secret));
		}
	}

	/** Names no secret. */
	@Override
	public String toString() {
		return "PurgeSettings[fastlyService=%s, cloudflareZone=%s, webhookUrl=%s]".formatted(this.fastlyService,
				this.cloudflareZone, this.webhookUrl);
	}

}
