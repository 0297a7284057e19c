package io.broadsheet.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the check of permissions where the schema asks for it. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	RuntimeWiringConfigurer permissionWiring() {
		return (wiring) -> wiring.directive(PermissionCheck.DIRECTIVE, new PermissionCheck());
	}

}
