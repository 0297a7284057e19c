package io.broadsheet.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to look, once there is something to see. */
@Component
class Welcome {

	private static final Logger logger = LoggerFactory.getLogger("io.broadsheet.start");

	private final GatewaySettings settings;

	Welcome(GatewaySettings settings) {
		this.settings = settings;
	}

	@EventListener
	void started(WebServerInitializedEvent event) {
		String base = "http://localhost:" + event.getWebServer().getPort();
		logger.info("The API is at {}/graphql", base);
		if (!this.settings.production()) {
			logger.info("Open {}/graphiql to look around", base);
		}
	}

}
