package io.broadsheet.gateway;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway shows itself.
 *
 * @param production whether readers are served: no GraphiQL, and no introspection
 * @param corsOrigins the browsers' origins that may call, such as
 * {@code https://news.example}
 */
@ConfigurationProperties("broadsheet")
record GatewaySettings(@DefaultValue("false") boolean production, @DefaultValue List<String> corsOrigins) {

	GatewaySettings {
		corsOrigins = List.copyOf(corsOrigins);
	}

}
