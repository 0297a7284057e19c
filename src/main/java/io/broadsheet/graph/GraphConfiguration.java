package io.broadsheet.graph;

import java.util.List;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the site's settings known, and how fields are fetched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class GraphConfiguration {

	@Bean
	GraphQlSourceBuilderCustomizer controllerFields(BeanFactory controllers) {
		return (source) -> source.typeVisitors(List.of(new ControllerFields(controllers)));
	}

	@Bean
	DataLoaders batchLoaderRegistry() {
		return new DataLoaders();
	}

	@Bean
	DataLoading dataLoading(DataLoaders loaders) {
		return new DataLoading(loaders);
	}

	@Bean
	Controllers controllers() {
		return new Controllers();
	}

}
