package io.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tokens of editors for development, signed with a key that the gateway makes at its
 * first start. There are none in production, nor where somebody else signs tokens.
 */
@Component
public class DevelopmentTokens {

	private static final String FILE = "development.key";

	private static final Duration LIFETIME = Duration.ofDays(30);

	private final @Nullable OwnTokens tokens;

	private final String whyNot;

	DevelopmentTokens(AccessSettings settings, JwtSettings jwt, Clock clock) {
		this.whyNot = whyNot(settings, jwt);
		this.tokens = this.whyNot.isEmpty()
				? new OwnTokens(KeyFile.open(settings.dataDir().resolve(FILE)), "JWT", jwt.permissionsClaim(), clock)
				: null;
	}

	private static String whyNot(AccessSettings settings, JwtSettings jwt) {
		if (jwt.hasKeySet()) {
			return "Editors' tokens are signed by the issuer that the settings BROADSHEET_JWT_… name, not by this gateway.";
		}
		return settings.production() ? "There are no development tokens in production (BROADSHEET_PRODUCTION is true)."
				: "";
	}

	/**
	 * Makes a token, which is good for thirty days.
	 * @param name whose it is
	 * @param permissions what its owner may do
	 * @return the token
	 * @throws Problem.Forbidden if there are none here
	 */
	public String make(String name, Set<Permission> permissions) {
		if (this.tokens == null) {
			throw new Problem.Forbidden(this.whyNot);
		}
		return this.tokens.make(new Viewer(name, permissions, null), null, LIFETIME);
	}

	/** Whether there are such tokens here. */
	boolean areMadeHere() {
		return this.tokens != null;
	}

	/** What reads such tokens; null if there are none here. */
	@Nullable Tokens reader() {
		return (this.tokens != null) ? this.tokens.reader(null) : null;
	}

}
