package io.broadsheet.gateway;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are sent as events.
 *
 * @param keepAlive how often a stream on which nothing happens says that it is alive
 */
@ConfigurationProperties("broadsheet.event-stream")
record EventStreamSettings(@DefaultValue("12s") Duration keepAlive) {

	EventStreamSettings {
		if (keepAlive.toMillis() < 1) {
			throw new IllegalArgumentException(
					"broadsheet.event-stream.keep-alive is %s, but it must be longer than nothing, such as 12s."
						.formatted(keepAlive));
		}
	}

}
