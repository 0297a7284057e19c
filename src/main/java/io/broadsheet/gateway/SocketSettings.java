package io.broadsheet.gateway;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may do on a socket.
 *
 * @param initTimeout how long a client may take to say {@code connection_init}
 * @param maxOperations how many operations may run on a socket at once
 * @param maxMessage how large a message may be
 * @param keepAlive how often a client that says nothing is asked whether it is there
 * @param sendTimeout how long a client may take to read a message
 */
@ConfigurationProperties("broadsheet.socket")
record SocketSettings(@DefaultValue("5s") Duration initTimeout, @DefaultValue("20") int maxOperations,
		@DefaultValue("256KB") DataSize maxMessage, @DefaultValue("15s") Duration keepAlive,
		@DefaultValue("10s") Duration sendTimeout) {

	SocketSettings {
		requirePositive("init-timeout", initTimeout);
		requirePositive("keep-alive", keepAlive);
		requirePositive("send-timeout", sendTimeout);
		if (maxOperations < 1) {
			throw new IllegalArgumentException(
					"broadsheet.socket.max-operations is %d, but it must be at least 1.".formatted(maxOperations));
		}
		if (maxMessage.toBytes() < 1024 || maxMessage.toMegabytes() > 16) {
			throw new IllegalArgumentException(
					"broadsheet.socket.max-message is %d bytes, but it must be from 1KB to 16MB."
						.formatted(maxMessage.toBytes()));
		}
	}

	private static void requirePositive(String name, Duration duration) {
		if (!duration.isPositive()) {
			throw new IllegalArgumentException(
					"broadsheet.socket.%s is %s, but it must be longer than nothing, such as 5s.".formatted(name,
							duration));
		}
	}

}
