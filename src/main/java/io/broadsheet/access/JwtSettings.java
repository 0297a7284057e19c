package io.broadsheet.access;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Who signs editors' tokens, and how they are read.
 *
 * @param issuerUri the issuer that tokens must be of, which tells where its keys are
 * @param jwkSetUri where the keys are, if the issuer does not tell or is not to be asked
 * @param audience whom tokens must be for
 * @param permissionsClaim the claim that has the permissions, or the way to it through
 * objects, such as {@code realm_access.roles}
 * @param clientId what the issuer calls GraphiQL, where editors sign in with the issuer
 * @param scope what GraphiQL asks the issuer for
 */
@ConfigurationProperties("broadsheet.jwt")
record JwtSettings(@Nullable String issuerUri, @Nullable String jwkSetUri, @Nullable String audience,
		@DefaultValue("permissions") String permissionsClaim, @Nullable String clientId,
		@DefaultValue("openid profile") String scope) {

	JwtSettings {
		issuerUri = given(issuerUri);
		jwkSetUri = given(jwkSetUri);
		audience = given(audience);
		clientId = given(clientId);
		requireAddress("issuer-uri", issuerUri, "https://login.news.example");
		requireAddress("jwk-set-uri", jwkSetUri, "https://login.news.example/keys");
		if (permissionsClaim.isBlank()) {
			throw new IllegalArgumentException("broadsheet.jwt.permissions-claim must be a claim such as permissions.");
		}
		if (clientId != null && issuerUri == null) {
			throw new IllegalArgumentException(
					("broadsheet.jwt.client-id is \"%s\"; it needs BROADSHEET_JWT_ISSUER_URI,"
							+ " which says where to sign in.")
						.formatted(clientId));
		}
	}

	/** Whether tokens are signed by somebody else than this gateway. */
	boolean hasKeySet() {
		return this.issuerUri != null || this.jwkSetUri != null;
	}

	private static @Nullable String given(@Nullable String value) {
		return StringUtils.hasText(value) ? value.strip() : null;
	}

	private static void requireAddress(String name, @Nullable String value, String example) {
		if (value != null && !isWebAddress(value)) {
			throw new IllegalArgumentException(
					"broadsheet.jwt.%s is \"%s\"; it must be an address such as %s.".formatted(name, value, example));
		}
	}

	private static boolean isWebAddress(String value) {
		try {
			URI uri = URI.create(value);
			return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
					&& uri.getFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
