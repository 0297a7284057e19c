package io.broadsheet.gateway;

import com.mongodb.observability.micrometer.MicrometerObservabilitySettings;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured and traced beyond what the framework does by itself. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

	@Bean
	NamedOperations namedOperations() {
		return new NamedOperations();
	}

	@Bean
	DataLoaderNames dataLoaderNames() {
		return new DataLoaderNames();
	}

	/**
	 * A request's trace leads to what was asked of the store for it, where it is sent.
	 */
	@Bean
	@ConditionalOnProperty(UnsentTraces.ENDPOINT)
	MongoClientSettingsBuilderCustomizer tracedCommands(ObservationRegistry observations) {
		return (builder) -> builder
			.observabilitySettings(MicrometerObservabilitySettings.builder().observationRegistry(observations).build());
	}

}
