package io.broadsheet.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.broadsheet.graph.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where GraphiQL's page asks who is signed in, signs in and signs out. */
@RestController
@RequestMapping(path = "/graphiql/session", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnProperty(name = "broadsheet.production", havingValue = "false", matchIfMissing = true)
class SessionController {

	private static final String DEVELOPMENT_EDITOR = "Development Editor";

	private final Sessions sessions;

	private final Tokens tokens;

	private final DevelopmentTokens development;

	private final JwtSettings settings;

	SessionController(Sessions sessions, Tokens tokens, DevelopmentTokens development, JwtSettings settings) {
		this.sessions = sessions;
		this.tokens = tokens;
		this.development = development;
		this.settings = settings;
	}

	@GetMapping
	ResponseEntity<State> state(HttpServletRequest request) {
		try {
			return ok().body(state(this.sessions.viewer(request), request));
		}
		catch (Problem.Unauthenticated ex) {
			return with(SessionCookie.none(request)).body(state(Viewer.READER, request));
		}
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<State> signIn(@RequestBody ShownToken shown, HttpServletRequest request) {
		requireOwnPage(request);
		String token = Objects.requireNonNullElse(shown.token(), "").strip();
		return begin(this.tokens.viewer(token.replaceFirst("(?i)^bearer +", "")), request);
	}

	@PostMapping("/development")
	ResponseEntity<State> signInForDevelopment(HttpServletRequest request) {
		requireOwnPage(request);
		if (!OwnPage.isOnThisMachine(request)) {
			throw new Problem.Forbidden(
					"Without a token editors sign in on the gateway's own machine alone, at http://localhost.");
		}
		String token = this.development.make(DEVELOPMENT_EDITOR, EnumSet.allOf(Permission.class));
		return begin(this.tokens.viewer(token), request);
	}

	@DeleteMapping
	ResponseEntity<State> signOut(HttpServletRequest request) {
		requireOwnPage(request);
		return with(SessionCookie.none(request)).body(state(Viewer.READER, request));
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> refused(Problem problem) {
		HttpStatus status = switch (problem) {
			case Problem.Unauthenticated unproven when unproven.isTemporary() -> HttpStatus.SERVICE_UNAVAILABLE;
			case Problem.Unauthenticated unproven -> HttpStatus.UNAUTHORIZED;
			default -> HttpStatus.FORBIDDEN;
		};
		return ResponseEntity.status(status)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(Map.of("message", problem.getMessage()));
	}

	private ResponseEntity<State> begin(Viewer viewer, HttpServletRequest request) {
		return with(this.sessions.begin(viewer, request)).body(state(viewer, request));
	}

	private State state(Viewer viewer, HttpServletRequest request) {
		return new State(viewer.name(), viewer.permissions(), viewer.expiresAt(),
				this.development.areMadeHere() && OwnPage.isOnThisMachine(request), this.settings.clientId() != null);
	}

	private static void requireOwnPage(HttpServletRequest request) {
		if (!OwnPage.sent(request)) {
			throw new Problem.Forbidden(
					"Only this gateway's own page signs in and out, with the header %s.".formatted(OwnPage.HEADER));
		}
	}

	private static ResponseEntity.BodyBuilder ok() {
		return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	private static ResponseEntity.BodyBuilder with(ResponseCookie cookie) {
		return ok().header(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/**
	 * What the page is told.
	 *
	 * @param name who is signed in; null for a reader
	 * @param permissions what the editor may do
	 * @param expiresAt when the session ends
	 * @param development whether one click signs in
	 * @param issuer whether the issuer signs in
	 */
	record State(@Nullable String name, Set<Permission> permissions, @Nullable Instant expiresAt, boolean development,
			boolean issuer) {
	}

	/**
	 * A token that an editor has from elsewhere.
	 *
	 * @param token the token
	 */
	record ShownToken(@Nullable String token) {
	}

}
