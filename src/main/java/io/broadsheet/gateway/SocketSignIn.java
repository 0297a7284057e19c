package io.broadsheet.gateway;

import java.util.Map;

import io.broadsheet.access.Viewer;
import io.broadsheet.access.Viewers;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out who a client is by what it says when it connects. Browsers cannot send a
 * header with a socket, so that clients send their token in the payload of
 * {@code connection_init}: as {@code Authorization}, like the header, or as
 * {@code token}.
 */
@Component
class SocketSignIn {

	private final Viewers viewers;

	SocketSignIn(Viewers viewers) {
		this.viewers = viewers;
	}

	/**
	 * Who a client is.
	 * @param payload what it says
	 * @param known who it is by the request that opened the socket
	 * @throws SocketClosure if its token is not accepted
	 */
	Viewer viewer(Map<?, ?> payload, Viewer known) {
		try {
			String authorization = text(payload, "Authorization", "authorization");
			if (authorization != null) {
				return this.viewers.withAuthorization(authorization);
			}
			String token = text(payload, "token");
			return (token != null) ? this.viewers.withToken(token) : known;
		}
		catch (Problem.Unauthenticated ex) {
			throw SocketClosure.forbidden(ex.getMessage());
		}
	}

	private static @Nullable String text(Map<?, ?> payload, String... names) {
		for (String name : names) {
			Object value = payload.get(name);
			if (value instanceof String text) {
				return text;
			}
			if (value != null) {
				throw SocketClosure.forbidden("\"%s\" must be a string".formatted(name));
			}
		}
		return null;
	}

}
