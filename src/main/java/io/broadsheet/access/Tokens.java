package io.broadsheet.access;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import io.broadsheet.graph.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Finds out whose a token is, and says in a sentence why it is nobody's. */
class Tokens {

	/** Longer ones would not come through the header of a request. */
	private static final int MAX_LENGTH = 8 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(Tokens.class);

	private final JwtDecoder decoder;

	private final ViewerClaims claims;

	Tokens(JwtDecoder decoder, ViewerClaims claims) {
		this.decoder = decoder;
		this.claims = claims;
	}

	/**
	 * Whose a token is.
	 * @throws Problem.Unauthenticated if it is nobody's, or that cannot be found out
	 */
	Viewer viewer(String token) {
		if (token.length() > MAX_LENGTH) {
			throw refused("it is longer than %d characters".formatted(MAX_LENGTH));
		}
		try {
			return this.claims.viewer(this.decoder.decode(token));
		}
		catch (JwtValidationException ex) {
			throw refused(String.valueOf(ex.getErrors().iterator().next().getDescription()));
		}
		catch (BadJwtException ex) {
			throw refused(reason(ex));
		}
		catch (JwtException ex) {
			logger.warn("A token cannot be checked, since the keys cannot be fetched", ex);
			throw Problem.Unauthenticated.forNow(
					"The token cannot be checked just now: its issuer's keys cannot be fetched. Please try again shortly.");
		}
	}

	private static Problem.Unauthenticated refused(String why) {
		return Problem.Unauthenticated.because("The token is not accepted: %s.".formatted(why));
	}

	private static String reason(BadJwtException ex) {
		return switch (ex.getCause()) {
			case BadJWSException signature -> "its signature is wrong";
			case BadJOSEException key ->
				"it is signed by no key that is known here, or by an algorithm that is not taken";
			case null -> "it is not signed";
			default -> "it is no well-formed signed JSON Web Token";
		};
	}

}
