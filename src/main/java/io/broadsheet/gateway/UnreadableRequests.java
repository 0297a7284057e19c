package io.broadsheet.gateway;

import java.io.IOException;
import java.util.random.RandomGenerator;

import jakarta.servlet.RequestDispatcher;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;

/**
 * Answers in GraphQL's form what the web server refuses before any of the gateway's
 * addresses sees it: what is no HTTP, and a request line or headers that are too long.
 */
class UnreadableRequests extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(UnreadableRequests.class);

	/**
	 * The server has no type for this failure, but one text in the language it runs in.
	 */
	private static final String TOO_LARGE = StringManager.getManager(Http11InputBuffer.class)
		.getString("iib.requestheadertoolarge.error");

	private final RandomGenerator random;

	private final ResponseWriter writer = new ResponseWriter();

	UnreadableRequests(RandomGenerator random) {
		this.random = random;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			this.writer.write(refusal(request, status), TraceParent.of(null, this.random), ResponseType.JSON, response);
			response.finishResponse();
		}
		catch (IOException ex) {
			logger.debug("The client of an unreadable request has gone", ex);
		}
	}

	private static RefusedRequest refusal(Request request, HttpStatus status) {
		if (!isTooLarge(request)) {
			return new RefusedRequest(status, status.is5xxServerError() ? "INTERNAL_SERVER_ERROR" : "BAD_USER_INPUT",
					"The server could not read the request: %d %s. Send a query as JSON, by POST to /graphql."
						.formatted(status.value(), status.getReasonPhrase()));
		}
		return request.getCoyoteRequest().requestURI().isNull()
				? new RefusedRequest(HttpStatus.URI_TOO_LONG, "BAD_USER_INPUT",
						"The address is too long: send a longer query by POST.")
				: new RefusedRequest(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "BAD_USER_INPUT",
						"The headers are too large.");
	}

	private static boolean isTooLarge(Request request) {
		return request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
				&& TOO_LARGE.equals(failure.getMessage());
	}

}
