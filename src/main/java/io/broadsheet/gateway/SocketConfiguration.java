package io.broadsheet.gateway;

import java.time.Clock;
import java.util.random.RandomGenerator;

import org.apache.tomcat.websocket.server.WsSci;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlHandler;

/** Opens sockets at the API's address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration {

	/** The container's name for the size of the three buffers that each socket has. */
	private static final String BUFFER_SIZE = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

	/** Most sockets are idle: by default their buffers would be most of their cost. */
	private static final int SMALL_BUFFER = 2048;

	/** The container reads the size once, when its classes are loaded. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
		System.setProperty(BUFFER_SIZE, String.valueOf(Integer.getInteger(BUFFER_SIZE, SMALL_BUFFER)));
		return (factory) -> {
			factory.addContextCustomizers((context) -> context.addServletContainerInitializer(new WsSci(), null));
			factory.addConnectorCustomizers((connector) -> {
				connector.setProperty("socket.appReadBufSize", String.valueOf(SMALL_BUFFER));
				connector.setProperty("socket.appWriteBufSize", String.valueOf(2 * SMALL_BUFFER));
			});
		};
	}

	/**
	 * Each operation runs on a thread of its own, beside what the client says meanwhile.
	 */
	@Bean
	Scheduler operationThreads() {
		return Schedulers.fromExecutor((task) -> Thread.ofVirtual().name("operation").start(task));
	}

	@Bean
	FilterRegistrationBean<SocketUpgrade> socketUpgrade(WebGraphQlHandler handler, Scheduler operationThreads,
			SocketSignIn signIn, LiveConnections connections, SocketSettings settings, Clock clock,
			RandomGenerator random, GatewaySettings gateway) {
		SocketServices services = new SocketServices(handler, operationThreads, signIn, connections, settings, clock,
				random);
		FilterRegistrationBean<SocketUpgrade> filter = new FilterRegistrationBean<>(
				new SocketUpgrade(services, new Origins(gateway.corsOrigins())));
		filter.addUrlPatterns("/graphql");
		filter.setOrder(Ordered.LOWEST_PRECEDENCE);
		return filter;
	}

}
