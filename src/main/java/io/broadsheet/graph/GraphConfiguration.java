package io.broadsheet.graph;

import java.util.List;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the site's settings known, and which fields are answered from memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class GraphConfiguration {

	@Bean
	GraphQlSourceBuilderCustomizer inMemoryFields(BeanFactory controllers) {
		return (source) -> source.typeVisitors(List.of(new InMemoryFields(controllers)));
	}

}
