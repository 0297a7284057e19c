package io.broadsheet.access;

import java.util.Set;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJWSException;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decodes tokens that somebody else signs, with public keys alone: neither an unsigned
 * token nor one that is signed with a public key as if it were a secret is ever looked at
 * further. Keys that were replaced under the same name, or have none, are fetched anew.
 */
class RotatingDecoder implements JwtDecoder {

	static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.RS384,
			SignatureAlgorithm.RS512, SignatureAlgorithm.PS256, SignatureAlgorithm.PS384, SignatureAlgorithm.PS512,
			SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.ES512);

	private final KeySet keys;

	private final NimbusJwtDecoder decoder;

	RotatingDecoder(KeySet keys, OAuth2TokenValidator<Jwt> rules) {
		this.keys = keys;
		this.decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwsAlgorithms((algorithms) -> algorithms.addAll(ALGORITHMS))
			.build();
		this.decoder.setJwtValidator(rules);
	}

	@Override
	public Jwt decode(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (BadJwtException ex) {
			if (ex.getCause() instanceof BadJWSException && hasNewKeys()) {
				return this.decoder.decode(token);
			}
			throw ex;
		}
	}

	private boolean hasNewKeys() {
		try {
			return this.keys.refresh();
		}
		catch (KeySourceException ex) {
			throw new JwtException("The keys cannot be fetched anew", ex);
		}
	}

}
