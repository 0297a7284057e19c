package io.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import io.broadsheet.graph.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The sessions of editors who signed in within GraphiQL. The browser keeps all of a
 * session, sealed with a key of this gateway's own, so that it outlives a restart; it
 * ends when the token ends that it was begun with, and after twelve hours at most. In
 * production there is no GraphiQL, and there are none.
 */
@Component
class Sessions {

	private static final String FILE = "session.key";

	/** No session is taken for a token, nor the other way round. */
	private static final String TYPE = "session+jwt";

	private static final Duration LONGEST = Duration.ofHours(12);

	private final AccessSettings settings;

	private final Clock clock;

	private volatile @Nullable OwnTokens seal;

	Sessions(AccessSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Whose session a request is made in: a reader's, unless our own page sent it on
	 * purpose.
	 * @throws Problem.Unauthenticated if the session has ended
	 */
	Viewer viewer(HttpServletRequest request) {
		if (this.settings.production() || !OwnPage.sent(request)) {
			return Viewer.READER;
		}
		String session = SessionCookie.in(request);
		if (session == null && !OwnPage.isInSession(request)) {
			return Viewer.READER;
		}
		try {
			return seal().reader(OwnPage.host(request)).viewer(Objects.requireNonNullElse(session, ""));
		}
		catch (Problem.Unauthenticated ex) {
			throw Problem.Unauthenticated.because("Your session has ended. Please sign in again.");
		}
	}

	/**
	 * Begins a session at the host that was asked for it, and at no other.
	 * @param viewer whose it is
	 * @param request the request that asks for it
	 * @return the cookie to keep it in
	 */
	ResponseCookie begin(Viewer viewer, HttpServletRequest request) {
		String session = seal().make(viewer, OwnPage.host(request), LONGEST);
		Duration lifetime = Duration.between(this.clock.instant(),
				Objects.requireNonNullElse(viewer.expiresAt(), this.clock.instant().plus(LONGEST)));
		return SessionCookie.of(request, session, lifetime.isNegative() ? Duration.ZERO : lifetime);
	}

	/** The key is made when the first editor signs in. */
	private OwnTokens seal() {
		OwnTokens known = this.seal;
		if (known == null) {
			known = new OwnTokens(KeyFile.open(this.settings.dataDir().resolve(FILE)), TYPE, "permissions", this.clock);
			this.seal = known;
		}
		return known;
	}

}
