package io.broadsheet.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Makes no traces where nobody has said where to send them: each request would pay for
 * spans that are thrown away. Made by the framework, by its name in
 * {@code spring.factories}.
 */
class UnsentTraces implements AutoConfigurationImportFilter, EnvironmentAware {

	/** The setting that says where traces are sent. */
	static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

	private static final String TRACING = "org.springframework.boot.micrometer.tracing.";

	private Environment environment = new StandardEnvironment();

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
		boolean isSent = this.environment.containsProperty(ENDPOINT);
		boolean[] matches = new boolean[configurations.length];
		for (int n = 0; n < matches.length; n++) {
			matches[n] = isSent || !isOfTraces(configurations[n]);
		}
		return matches;
	}

	private static boolean isOfTraces(@Nullable String configuration) {
		return configuration != null && configuration.startsWith(TRACING);
	}

}
