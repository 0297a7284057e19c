package io.broadsheet.access;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.broadsheet.graph.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where editors leave GraphiQL to sign in with the issuer, and where they come back. The
 * issuer is another site, so that what is remembered meanwhile is in a cookie that comes
 * along from there, while the session's does not.
 */
@RestController
@ConditionalOnProperty(name = "broadsheet.production", havingValue = "false", matchIfMissing = true)
class CodeFlowController {

	private static final Logger logger = LoggerFactory.getLogger(CodeFlowController.class);

	private static final String REMEMBERED = "broadsheet-sign-in";

	private static final String BACK = "/graphiql/signed-in";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Optional<CodeFlow> flow;

	private final Tokens tokens;

	private final Sessions sessions;

	CodeFlowController(Optional<CodeFlow> flow, Tokens tokens, Sessions sessions) {
		this.flow = flow;
		this.tokens = tokens;
		this.sessions = sessions;
	}

	@PostMapping("/graphiql/session/issuer")
	ResponseEntity<Map<String, String>> leave(HttpServletRequest request) {
		if (this.flow.isEmpty() || !OwnPage.sent(request)) {
			return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
		}
		String verifier = this.flow.get().verifier();
		try {
			URI issuer = this.flow.get().start(verifier, OwnPage.origin(request) + BACK);
			return ResponseEntity.ok()
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.header(HttpHeaders.SET_COOKIE, remembered(request, verifier, PATIENCE).toString())
				.body(Map.of("location", issuer.toString()));
		}
		catch (IOException ex) {
			logger.warn("Nobody can sign in with the issuer, which does not answer", ex);
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.body(Map.of("message", "The issuer does not answer just now. Please try again shortly."));
		}
	}

	@GetMapping(BACK)
	ResponseEntity<Void> comeBack(@RequestParam(required = false) @Nullable String code,
			@RequestParam(required = false) @Nullable String state,
			@CookieValue(name = REMEMBERED, required = false) @Nullable String verifier, HttpServletRequest request) {
		if (this.flow.isEmpty() || verifier == null || !CodeFlow.state(verifier).equals(state)) {
			return toGraphiQl("/graphiql?sign-in=unknown", request);
		}
		if (code == null) {
			return toGraphiQl("/graphiql?sign-in=denied", request);
		}
		try {
			String token = this.flow.get().finish(code, verifier, OwnPage.origin(request) + BACK);
			ResponseCookie session = this.sessions.begin(this.tokens.viewer(token), request);
			return toGraphiQl("/graphiql", request, session);
		}
		catch (IOException | Problem.Unauthenticated ex) {
			logger.warn("An editor who came back from the issuer could not be signed in", ex);
			return toGraphiQl("/graphiql?sign-in=failed", request);
		}
	}

	private static ResponseEntity<Void> toGraphiQl(String address, HttpServletRequest request,
			ResponseCookie... cookies) {
		ResponseEntity.HeadersBuilder<?> response = ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(address))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header(HttpHeaders.SET_COOKIE, remembered(request, "", Duration.ZERO).toString());
		for (ResponseCookie cookie : cookies) {
			response.header(HttpHeaders.SET_COOKIE, cookie.toString());
		}
		return response.build();
	}

	private static ResponseCookie remembered(HttpServletRequest request, String verifier, Duration lifetime) {
		return ResponseCookie.from(REMEMBERED, verifier)
			.httpOnly(true)
			.secure(OwnPage.isSecure(request))
			.sameSite("Lax")
			.path(BACK)
			.maxAge(lifetime)
			.build();
	}

}
