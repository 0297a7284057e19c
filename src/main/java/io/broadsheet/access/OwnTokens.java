package io.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import javax.crypto.SecretKey;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Tokens that the gateway signs itself and that only it reads, of one type and by one
 * algorithm.
 */
class OwnTokens {

	private static final MacAlgorithm ALGORITHM = MacAlgorithm.HS256;

	private final SecretKey key;

	private final String type;

	private final String permissionsClaim;

	private final Clock clock;

	private final JwtEncoder encoder;

	/**
	 * @param key the key
	 * @param type the type, by which tokens of one use are not taken for another
	 * @param permissionsClaim the claim for permissions
	 * @param clock what time it is
	 */
	OwnTokens(SecretKey key, String type, String permissionsClaim, Clock clock) {
		this.key = key;
		this.type = type;
		this.permissionsClaim = permissionsClaim;
		this.clock = clock;
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
	}

	/**
	 * Makes a token.
	 * @param viewer whose it is
	 * @param audience whom it is for, if not for all that have the key
	 * @param lifetime how long it is good for, unless the viewer's proof ends before
	 */
	String make(Viewer viewer, @Nullable String audience, Duration lifetime) {
		Instant now = this.clock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.claim("name", Objects.requireNonNull(viewer.name()))
			.claim(this.permissionsClaim, viewer.permissions().stream().map(Enum::name).toList())
			.issuedAt(now)
			.expiresAt(earlier(viewer.expiresAt(), now.plus(lifetime)));
		if (audience != null) {
			claims.audience(List.of(audience));
		}
		JwsHeader header = JwsHeader.with(ALGORITHM).type(this.type).build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
	}

	/** Reads such tokens. */
	Tokens reader(@Nullable String audience) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(this.key).macAlgorithm(ALGORITHM).build();
		decoder.setJwtValidator(new TokenRules(this.clock, this.type).forAudience(audience).all());
		return new Tokens(decoder, new ViewerClaims(this.permissionsClaim));
	}

	private static Instant earlier(@Nullable Instant one, Instant other) {
		return (one != null && one.isBefore(other)) ? one : other;
	}

}
