package io.broadsheet.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives requests that come through trusted proxies the address of the client that sent
 * them, by {@code X-Forwarded-For}. What a client itself writes into that header stands
 * before what the first trusted proxy adds, and is not believed.
 */
class ForwardedClient extends OncePerRequestFilter {

	private static final String HEADER = "X-Forwarded-For";

	/** Whose word is taken. */
	private final List<Network> proxies;

	ForwardedClient(List<Network> proxies) {
		this.proxies = proxies;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.proxies.isEmpty() || request.getHeader(HEADER) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String sender = sender(request);
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public String getRemoteAddr() {
				return sender;
			}

			@Override
			public String getRemoteHost() {
				return sender;
			}

		}, response);
	}

	/** The last address that is none of a trusted proxy. */
	String sender(HttpServletRequest request) {
		String sender = request.getRemoteAddr();
		if (shouldNotFilter(request)) {
			return sender;
		}
		String[] forwarded = String.join(",", Collections.list(request.getHeaders(HEADER))).split(",", -1);
		for (int n = forwarded.length - 1; n >= 0 && isProxy(sender); n--) {
			String before = forwarded[n].strip();
			if (!isAddress(before)) {
				return sender;
			}
			sender = before;
		}
		return sender;
	}

	private boolean isProxy(String address) {
		return RateSettings.isIn(this.proxies, InetAddress.ofLiteral(address));
	}

	private static boolean isAddress(String text) {
		try {
			InetAddress.ofLiteral(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
