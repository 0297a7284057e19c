package io.broadsheet.gateway;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is served beside the API, and to whom. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(GatewaySettings.class)
class WebConfiguration implements WebMvcConfigurer {

	private final GatewaySettings settings;

	WebConfiguration(GatewaySettings settings) {
		this.settings = settings;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		if (this.settings.production()) {
			return;
		}
		// The library's files change with a release of the gateway only; its own page is
		// not among them.
		registry.addResourceHandler("/graphiql/lib/*.min.js", "/graphiql/lib/*.min.css")
			.addResourceLocations("classpath:/META-INF/resources/graphql-ui/")
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
		registry.addResourceHandler("/graphiql/*.js", "/graphiql/*.css", "/graphiql/*.svg")
			.addResourceLocations("classpath:/graphiql/")
			.setCacheControl(CacheControl.noCache());
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(RandomGenerator random) {
		return (factory) -> factory.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new UnreadableRequests(random)));
	}

	@Bean
	FilterRegistrationBean<SecurityHeaders> securityHeaders() {
		FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	FilterRegistrationBean<CorsFilter> corsFilter() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		if (!this.settings.corsOrigins().isEmpty()) {
			source.registerCorsConfiguration("/graphql/**", cors(this.settings.corsOrigins()));
		}
		FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return filter;
	}

	/** Nothing but Spring's own servlet asks for a thread's request, and that sets it. */
	@Bean
	FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
		FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
		filter.setEnabled(false);
		return filter;
	}

	private static CorsConfiguration cors(List<String> origins) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(origins);
		cors.setAllowedMethods(List.of("GET", "POST", "OPTIONS"));
		cors.setAllowedHeaders(List.of("*"));
		cors.setMaxAge(Duration.ofHours(2));
		return cors;
	}

}
