package io.broadsheet.gateway;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends requests away before anything is done for them, while the gateway has more than
 * it can do, or is about to stop.
 */
class LoadFilter extends OncePerRequestFilter {

	private final Load load;

	private final Departure departure;

	private final Refusals refusals;

	LoadFilter(Load load, Departure departure, Refusals refusals) {
		this.load = load;
		this.departure = departure;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.departure.enter()) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			this.refusals.count("leaving");
			SentAway.LEAVING.answer(request, response);
			return;
		}
		try {
			if (this.load.sendsAway()) {
				SentAway.OVERLOADED.answer(request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		}
		finally {
			this.departure.leave();
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.departure.isLeaving() && SentAway.isStream(request);
	}

}
