package io.broadsheet.gateway;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;

/**
 * How the gateway shows itself.
 *
 * @param production whether readers are served: no GraphiQL, and no introspection
 * @param corsOrigins the browsers' origins that may call, such as
 * {@code https://news.example}
 */
@ConfigurationProperties("broadsheet")
record GatewaySettings(@DefaultValue("false") boolean production, @DefaultValue List<String> corsOrigins) {

	private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#\\s*]+");

	GatewaySettings {
		corsOrigins = List.copyOf(corsOrigins);
		corsOrigins.forEach(GatewaySettings::requireOrigin);
	}

	/**
	 * Browsers compare origins to the letter, so that a slip would silently shut them
	 * out.
	 */
	private static void requireOrigin(String origin) {
		if (!origin.equals(CorsConfiguration.ALL) && !ORIGIN.matcher(origin).matches()) {
			throw new IllegalArgumentException(
					"broadsheet.cors-origins has \"%s\"; each must be an origin such as https://news.example, without a path."
						.formatted(origin));
		}
	}

}
