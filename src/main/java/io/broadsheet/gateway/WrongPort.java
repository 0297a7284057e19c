package io.broadsheet.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence that a port is none. Spring Boot compares ports before it binds
 * any settings, and fails otherwise than with those.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongPort extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure,
			InvalidConfigurationPropertyValueException cause) {
		if (!cause.getName().equals("server.port")) {
			return null;
		}
		return new FailureAnalysis(
				"The setting SERVER_PORT (server.port) is \"%s\", but it must be a port from 0 to 65535."
					.formatted(cause.getValue()),
				null, cause);
	}

}
