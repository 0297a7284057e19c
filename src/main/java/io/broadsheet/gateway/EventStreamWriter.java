package io.broadsheet.gateway;

import java.io.IOException;

import io.broadsheet.access.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/** Writes what subscriptions tell as server-sent events. */
@Component
@EnableConfigurationProperties(EventStreamSettings.class)
class EventStreamWriter {

	private static final Logger logger = LoggerFactory.getLogger(EventStreamWriter.class);

	private final LiveConnections connections;

	private final EventStreamSettings settings;

	EventStreamWriter(LiveConnections connections, EventStreamSettings settings) {
		this.connections = connections;
		this.settings = settings;
	}

	/** Writes an answer for as long as there is more of it, and somebody who listens. */
	void write(WebGraphQlResponse answer, TraceParent trace, HttpServletResponse response) {
		Viewer viewer = Viewer.in(answer.getExecutionInput().getGraphQLContext());
		EventStream stream = new EventStream(viewer.expiresAt());
		answer.getResponseHeaders()
			.forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		this.connections.add(stream);
		try {
			stream.write(ResultStream.of(answer, trace.id()), new ServerSentEvents(response),
					this.settings.keepAlive());
		}
		catch (IOException ex) {
			logger.debug("A client that listened is gone", ex);
		}
		finally {
			this.connections.remove(stream);
		}
	}

}
