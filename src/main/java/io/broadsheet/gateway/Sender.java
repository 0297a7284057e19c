package io.broadsheet.gateway;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import io.broadsheet.access.Viewer;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Client;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;

/**
 * Where requests come from: one HTTP request, or the one that opened a socket.
 *
 * @param address the address that was asked
 * @param headers its headers
 * @param remote the network address that it came from
 * @param viewer who sent it
 */
record Sender(URI address, HttpHeaders headers, InetSocketAddress remote, Viewer viewer) {

	/** Few are asked, and reading one costs more than to find it. */
	private static final Cache<String, URI> ADDRESSES = Caches.newBuilder().maximumSize(100).build();

	static Sender of(HttpServletRequest request) {
		return new Sender(address(request), headers(request),
				new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()), Viewer.of(request));
	}

	/** The address that a request asks. */
	static URI address(HttpServletRequest request) {
		return ADDRESSES.get(request.getRequestURL().toString(), URI::create);
	}

	/** The gateway itself, which asks for what some reader asked for. */
	static Sender ofGateway(URI address) {
		return new Sender(address, new HttpHeaders(), InetSocketAddress.createUnresolved(Client.UNKNOWN.address(), 0),
				Viewer.READER);
	}

	/** The same, once it is known better who it is. */
	Sender as(Viewer other) {
		return new Sender(this.address, this.headers, this.remote, other);
	}

	/**
	 * What GraphQL is asked.
	 * @param parameters the operation
	 * @param trace which trace it belongs to
	 * @param more what else interceptors should know
	 */
	WebGraphQlRequest ask(GraphQlParameters parameters, TraceParent trace, Map<String, Object> more) {
		Map<String, Object> attributes = new HashMap<>(more);
		attributes.put(TraceParent.class.getName(), trace);
		attributes.put(Viewer.ATTRIBUTE, this.viewer);
		return new WebGraphQlRequest(this.address, this.headers, null, this.remote, attributes, parameters.toRequest(),
				trace.id().value(), Locale.ENGLISH);
	}

	private static HttpHeaders headers(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		return headers;
	}

}
