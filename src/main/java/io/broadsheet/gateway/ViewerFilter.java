package io.broadsheet.gateway;

import java.io.IOException;
import java.util.random.RandomGenerator;

import io.broadsheet.access.Viewer;
import io.broadsheet.access.Viewers;
import io.broadsheet.graph.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sent a request before anything is done for it, and refuses whoever claims
 * to be somebody and is not, since an editor who is taken for a reader would be misled.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750</a>
 */
class ViewerFilter extends OncePerRequestFilter {

	private static final String RETRY_SECONDS = "5";

	private final Viewers viewers;

	private final RandomGenerator random;

	private final ResponseWriter writer = new ResponseWriter();

	ViewerFilter(Viewers viewers, RandomGenerator random) {
		this.viewers = viewers;
		this.random = random;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Viewer viewer;
		try {
			viewer = this.viewers.of(request);
		}
		catch (Problem.Unauthenticated ex) {
			refuse(ex, request, response);
			return;
		}
		request.setAttribute(Viewer.ATTRIBUTE, viewer);
		chain.doFilter(request, response);
	}

	private void refuse(Problem.Unauthenticated problem, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (problem.isTemporary()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		}
		else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(problem.getMessage()));
		}
		HttpStatus status = problem.isTemporary() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED;
		this.writer.write(new RefusedRequest(status, problem.code(), problem.getMessage()),
				TraceParent.of(request.getHeader("traceparent"), this.random), responseType(request), response);
	}

	/** The description has a smaller alphabet than messages have. */
	private static String challenge(String message) {
		return "Bearer realm=\"broadsheet\", error=\"invalid_token\", error_description=\"%s\""
			.formatted(message.replaceAll("[\"\\\\]", "'").replaceAll("[^ -~]", "?"));
	}

	private static ResponseType responseType(HttpServletRequest request) {
		try {
			return Acceptance.of(AcceptHeader.of(request)).whole();
		}
		catch (RefusedRequest ex) {
			return ResponseType.JSON;
		}
	}

}
