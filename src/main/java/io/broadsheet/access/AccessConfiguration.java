package io.broadsheet.access;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Puts the check of permissions where the schema asks for it, and chooses whose tokens
 * are accepted: the issuer's or the key set's that is set, or else the gateway's own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ AccessSettings.class, JwtSettings.class })
class AccessConfiguration {

	private static final Logger logger = LoggerFactory.getLogger("io.broadsheet.start");

	@Bean
	RuntimeWiringConfigurer permissionWiring() {
		return (wiring) -> wiring.directive(PermissionCheck.DIRECTIVE, new PermissionCheck());
	}

	@Bean
	Tokens tokens(JwtSettings settings, DevelopmentTokens development, Optional<Issuer> issuer, Clock clock) {
		Tokens own = development.reader();
		return (own != null) ? own : new Tokens(decoder(settings, issuer.orElse(null), clock),
				new ViewerClaims(settings.permissionsClaim()));
	}

	@Bean
	@Nullable Issuer issuer(JwtSettings settings) {
		return (settings.issuerUri() != null) ? new Issuer(settings.issuerUri()) : null;
	}

	@Bean
	@Nullable CodeFlow codeFlow(Optional<Issuer> issuer, JwtSettings settings, RandomGenerator random) {
		return (settings.clientId() != null) ? new CodeFlow(issuer.orElseThrow(), settings, random) : null;
	}

	private static JwtDecoder decoder(JwtSettings settings, @Nullable Issuer issuer, Clock clock) {
		if (!settings.hasKeySet()) {
			logger.warn("Readers are served, but no editors: BROADSHEET_PRODUCTION is true, and neither"
					+ " BROADSHEET_JWT_ISSUER_URI nor BROADSHEET_JWT_JWK_SET_URI says who signs their tokens.");
			return AccessConfiguration::refuse;
		}
		if (settings.audience() == null) {
			logger.warn("Whatever token the issuer signs is accepted, for whomever it is:"
					+ " BROADSHEET_JWT_AUDIENCE is not set.");
		}
		TokenRules rules = new TokenRules(clock, "JWT", "at+jwt").from(issuer).forAudience(settings.audience());
		return new RotatingDecoder(new KeySet(() -> keys(settings, issuer)), rules.all());
	}

	private static URI keys(JwtSettings settings, @Nullable Issuer issuer) throws IOException {
		return (settings.jwkSetUri() != null) ? URI.create(settings.jwkSetUri())
				: Objects.requireNonNull(issuer).endpoint("jwks_uri");
	}

	private static Jwt refuse(String token) {
		throw new JwtValidationException("There is no issuer", List.of(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN,
				"this gateway has no issuer of editors' tokens", null)));
	}

}
