package io.broadsheet.editorial;

import java.util.List;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every editor's mutation recorded. */
@Configuration(proxyBeanMethods = false)
class EditorialConfiguration {

	@Bean
	GraphQlSourceBuilderCustomizer auditing(BegunActions actions) {
		return (builder) -> builder.typeVisitors(List.of(new Auditing(actions)));
	}

}
