package io.broadsheet.gateway;

import org.apache.catalina.connector.Connector;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** What stands between the network and the API. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({ LimitSettings.class, RateSettings.class, LoadSettings.class, CacheSettings.class,
		PurgeSettings.class })
class ServerConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnections(LimitSettings limits) {
		return (factory) -> {
			factory.setProtocol(GuardedHttpProtocol.class.getName());
			factory.addConnectorCustomizers((connector) -> guard(connector, limits));
		};
	}

	@Bean
	ForwardedClient forwardedClients(RateSettings settings) {
		return new ForwardedClient(settings.proxies());
	}

	@Bean
	FilterRegistrationBean<ForwardedClient> forwardedClient(ForwardedClient clients) {
		FilterRegistrationBean<ForwardedClient> filter = new FilterRegistrationBean<>(clients);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	FilterRegistrationBean<BodyGuard> bodyGuard(LimitSettings limits, LoadSettings load, Refusals refusals) {
		FilterRegistrationBean<BodyGuard> filter = new FilterRegistrationBean<>(new BodyGuard(limits, load, refusals));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return filter;
	}

	@Bean
	FilterRegistrationBean<LoadFilter> loadFilter(Load load, Departure departure, Refusals refusals) {
		FilterRegistrationBean<LoadFilter> filter = new FilterRegistrationBean<>(
				new LoadFilter(load, departure, refusals));
		filter.addUrlPatterns("/graphql", "/graphql/*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		return filter;
	}

	/**
	 * Behind the entrance, where what is kept is given even to those whom nobody has time
	 * for.
	 */
	@Bean
	@Order(2)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> loadValve(Load load) {
		return (factory) -> factory.addEngineValves(new LoadValve(load));
	}

	@Bean
	@Order(1)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> entrance(Spellings spellings, KeptAnswers answers,
			KeptAnswerWriter writer, ForwardedClient clients, Departure departure, VerbatimAnswers verbatim,
			GatewaySettings settings, Environment environment) {
		SpellingReader reader = new SpellingReader(!settings.corsOrigins().isEmpty(),
				environment.containsProperty(UnsentTraces.ENDPOINT));
		return (factory) -> {
			if (answers.isOn()) {
				factory.addEngineValves(new Entrance(reader, spellings, answers, writer, clients, departure, verbatim));
				factory.addConnectorCustomizers((connector) -> answerFrom(connector, verbatim));
			}
		};
	}

	private static void answerFrom(Connector connector, VerbatimAnswers verbatim) {
		if (connector.getProtocolHandler() instanceof GuardedHttpProtocol protocol) {
			protocol.answerFrom(verbatim);
		}
	}

	private static void guard(Connector connector, LimitSettings limits) {
		if (connector.getProtocolHandler() instanceof GuardedHttpProtocol protocol) {
			protocol.waitForHeads(limits.headTime());
		}
	}

}
