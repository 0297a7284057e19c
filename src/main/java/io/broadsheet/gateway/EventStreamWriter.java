package io.broadsheet.gateway;

import java.io.IOException;
import java.time.Clock;

import io.broadsheet.access.Viewer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes what subscriptions tell as server-sent events. */
@Component
@EnableConfigurationProperties(EventStreamSettings.class)
class EventStreamWriter {

	private final LiveConnections connections;

	private final EventStreamSettings settings;

	private final Clock clock;

	EventStreamWriter(LiveConnections connections, EventStreamSettings settings, Clock clock) {
		this.connections = connections;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Writes an answer for as long as there is more of it, and somebody who listens. That
	 * begins when this has returned and the server is done with the request.
	 * @throws IOException if the client is gone
	 * @throws ServletException never
	 */
	void write(WebGraphQlResponse answer, TraceParent trace, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		Viewer viewer = Viewer.in(answer.getExecutionInput().getGraphQLContext());
		EventStream stream = new EventStream(this.connections, this.clock, this.settings.keepAlive(),
				viewer.expiresAt());
		stream.listen(ResultStream.of(answer, trace.id()));
		try {
			begin(response);
			EventConnection connection = request.upgrade(EventConnection.class);
			connection.use(() -> stream.open(connection), stream::cancel);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			stream.cancel();
			throw ex;
		}
	}

	/** Whatever follows the head is written as it is, up to the connection's end. */
	private static void begin(HttpServletResponse response) throws IOException {
		ServerSentEvents.begin(response);
		response.setHeader(HttpHeaders.CONNECTION, "close");
		response.flushBuffer();
	}

}
