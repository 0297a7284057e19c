package io.broadsheet.gateway;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the engine where documents are found. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

	@Bean
	TrustedDocuments trustedDocuments() {
		return new TrustedDocuments();
	}

	@Bean
	GraphQlSourceBuilderCustomizer documents(DocumentSettings settings, TrustedDocuments trusted,
			UnknownDocuments unknown) {
		Documents documents = new Documents(settings.mode(), trusted, unknown);
		return (source) -> source.configureGraphQl((engine) -> engine.preparsedDocumentProvider(documents));
	}

}
