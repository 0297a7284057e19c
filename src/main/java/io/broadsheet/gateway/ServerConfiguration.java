package io.broadsheet.gateway;

import org.apache.catalina.connector.Connector;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards the server's connections. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnections(LimitSettings limits) {
		return (factory) -> {
			factory.setProtocol(GuardedHttpProtocol.class.getName());
			factory.addConnectorCustomizers((connector) -> guard(connector, limits));
		};
	}

	private static void guard(Connector connector, LimitSettings limits) {
		if (connector.getProtocolHandler() instanceof GuardedHttpProtocol protocol) {
			protocol.waitForHeads(limits.headTime());
		}
	}

}
