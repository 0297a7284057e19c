package io.broadsheet.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.broadsheet.access.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a socket of a request that asks for one. Compression is never agreed on: it would
 * cost each idle socket 300 KB.
 */
class SocketUpgrade extends OncePerRequestFilter {

	/**
	 * Where the container keeps parts of messages; small, since most sockets are idle.
	 */
	private static final int BUFFER = 512;

	private final SocketServices services;

	private final Origins origins;

	private final ResponseWriter writer = new ResponseWriter();

	SocketUpgrade(SocketServices services, Origins origins) {
		this.services = services;
		this.origins = origins;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.origins.mayCall(request)) {
			RefusedRequest refused = new RefusedRequest(HttpStatus.FORBIDDEN, "FORBIDDEN",
					"Pages of this origin may not call: BROADSHEET_CORS_ORIGINS lists those that may.");
			this.writer.write(refused, TraceParent.of(request.getHeader("traceparent"), this.services.random()),
					ResponseType.JSON, response);
			return;
		}
		Sender sender = Sender.of(request);
		upgrade(isToBeIgnored(request) ? sender.as(Viewer.READER) : sender, request, response);
	}

	/**
	 * Whether a cookie may be all that tells who it is, on a page that is not the
	 * gateway's.
	 */
	private static boolean isToBeIgnored(HttpServletRequest request) {
		return Origins.isCross(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	private void upgrade(Sender sender, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		ServerContainer container = (ServerContainer) request.getServletContext()
			.getAttribute(ServerContainer.class.getName());
		container.setDefaultMaxTextMessageBufferSize(BUFFER);
		container.setDefaultMaxBinaryMessageBufferSize(BUFFER);
		try {
			container.upgradeHttpToWebSocket(request, response, configuration(sender), Map.of());
		}
		catch (DeploymentException ex) {
			throw new ServletException(ex);
		}
	}

	private ServerEndpointConfig configuration(Sender sender) {
		GraphQlSocket socket = new GraphQlSocket(sender, this.services);
		return ServerEndpointConfig.Builder.create(GraphQlSocket.class, "/graphql")
			.subprotocols(List.of(GraphQlSocket.SUBPROTOCOL))
			.configurator(new Configurator(socket))
			.build();
	}

	/** Hands out the one socket of a handshake. */
	private static final class Configurator extends ServerEndpointConfig.Configurator {

		private final GraphQlSocket socket;

		Configurator(GraphQlSocket socket) {
			this.socket = socket;
		}

		@Override
		public <T> T getEndpointInstance(Class<T> type) {
			return type.cast(this.socket);
		}

		@Override
		public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
			return List.of();
		}

		/** Checked before, with an answer in words. */
		@Override
		public boolean checkOrigin(String origin) {
			return true;
		}

	}

}
