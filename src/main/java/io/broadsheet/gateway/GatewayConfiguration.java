package io.broadsheet.gateway;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** Puts the API at its address, where there is a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GatewayConfiguration {

	@Bean
	WebGraphQlHandler webGraphQlHandler(ExecutionGraphQlService service,
			ObjectProvider<WebGraphQlInterceptor> interceptors) {
		return WebGraphQlHandler.builder(service).interceptors(interceptors.orderedStream().toList()).build();
	}

	@Bean
	@ConditionalOnMissingBean
	RandomGenerator randomGenerator() {
		return new SecureRandom();
	}

	@Bean
	ServletRegistrationBean<GraphQlServlet> graphQlServlet(WebGraphQlHandler handler, RandomGenerator random) {
		return new ServletRegistrationBean<>(new GraphQlServlet(handler, random), "/graphql");
	}

}
