package io.broadsheet.access;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtSettingsTests {

	@Test
	void blankIsUnset() {
		assertThat(settings("", " ", null).hasKeySet()).isFalse();
		assertThat(settings(" https://login.news.example ", null, null).issuerUri())
			.isEqualTo("https://login.news.example");
		assertThat(settings(null, "http://localhost:9000/keys", null).hasKeySet()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "login", "login.news.example", "ftp://login.news.example", "https:", "https://a b",
			"https://login.news.example/#x" })
	void whatIsNoAddressIsNamedWithWhatWouldBeRight(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(address, null, null))
			.withMessage(
					"broadsheet.jwt.issuer-uri is \"%s\"; it must be an address such as https://login.news.example.",
					address);
		assertThatIllegalArgumentException().isThrownBy(() -> settings(null, address, null))
			.withMessageContaining("broadsheet.jwt.jwk-set-uri is \"%s\"", address);
	}

	@Test
	void aClientNeedsItsIssuer() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(null, "http://localhost:9000/keys", "graphiql"))
			.withMessage("broadsheet.jwt.client-id is \"graphiql\"; it needs BROADSHEET_JWT_ISSUER_URI,"
					+ " which says where to sign in.");
	}

	private static JwtSettings settings(@Nullable String issuer, @Nullable String keys, @Nullable String client) {
		return new JwtSettings(issuer, keys, null, "permissions", client, "openid");
	}

}
