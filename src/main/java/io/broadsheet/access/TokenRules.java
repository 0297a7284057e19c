package io.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What must be so of a token that is rightly signed. */
final class TokenRules {

	/** Clocks differ. */
	private static final Duration GRACE = Duration.ofSeconds(30);

	private final List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();

	/**
	 * Those of all tokens: of what type they are, and that their time is now.
	 * @param clock what time it is
	 * @param types the types
	 */
	TokenRules(Clock clock, String... types) {
		JwtTypeValidator type = new JwtTypeValidator(types);
		type.setAllowEmpty(true);
		this.rules.add(type);
		JwtTimestampValidator time = new JwtTimestampValidator(GRACE);
		time.setAllowEmptyExpiryClaim(false);
		time.setClock(clock);
		this.rules.add(time);
	}

	/** Besides, that they are of an issuer, if one is named. */
	TokenRules from(@Nullable Issuer issuer) {
		return (issuer == null) ? this
				: and((token) -> issuer.isCalled(token.getClaims().get("iss")), "it is not of the issuer " + issuer);
	}

	/** Besides, that they are for somebody, if somebody is named. */
	TokenRules forAudience(@Nullable String audience) {
		return (audience == null) ? this
				: and((token) -> token.getAudience() != null && token.getAudience().contains(audience),
						"it is not for the audience " + audience);
	}

	private TokenRules and(Predicate<Jwt> rule, String otherwise) {
		OAuth2TokenValidatorResult refused = OAuth2TokenValidatorResult
			.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, otherwise, null));
		this.rules.add((token) -> rule.test(token) ? OAuth2TokenValidatorResult.success() : refused);
		return this;
	}

	OAuth2TokenValidator<Jwt> all() {
		return new DelegatingOAuth2TokenValidator<>(this.rules);
	}

}
