package io.broadsheet.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.broadsheet.TestClock;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tokens as an issuer signs them, and as others would like to. */
class TokensTests {

	@AutoClose
	private TestIssuer issuer;

	private TestClock clock;

	@BeforeEach
	void open() {
		this.issuer = TestIssuer.open();
		this.clock = new TestClock();
	}

	@Test
	void aTokenOfTheIssuerSaysWhoseItIsAndWhatForHowLong() {
		assertThat(ofIssuer().viewer(this.issuer.sign(TestIssuer.claims()))).isEqualTo(
				new Viewer("Nell Abara", Set.of(Permission.EDIT, Permission.PUBLISH), TestClock.NOON.plusSeconds(600)));
	}

	@Test
	void theIssuersKeysAreFetchedOnce() {
		Tokens tokens = ofIssuer();

		for (int n = 0; n < 10; n++) {
			tokens.viewer(this.issuer.sign(TestIssuer.claims()));
		}

		assertThat(this.issuer.fetches()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", "first" })
	void aNewKeyIsFetchedWhenATokenIsSignedWithItWhateverItIsCalled(String name) {
		Tokens tokens = ofIssuer();
		String old = this.issuer.sign(TestIssuer.claims());
		tokens.viewer(old);

		this.issuer.rotate(name);

		assertThat(tokens.viewer(this.issuer.sign(TestIssuer.claims())).name()).isEqualTo("Nell Abara");
		assertRefused(tokens, old, "");
	}

	@Test
	void strangersTokensDoNotMakeTheKeysBeFetchedAgainAndAgain() {
		Tokens tokens = ofIssuer();
		String stranger = this.issuer.sign(TestIssuer.claims());
		this.issuer.rotate("second");
		tokens.viewer(this.issuer.sign(TestIssuer.claims()));

		for (int n = 0; n < 50; n++) {
			assertRefused(tokens, stranger, "it is signed by no key that is known here");
		}

		assertThat(this.issuer.fetches()).isLessThan(10);
	}

	@Test
	void anUnsignedTokenIsRefused() {
		assertRefused(ofIssuer(), new PlainJWT(TestIssuer.claims().build()).serialize(), "it is not signed");
	}

	@Test
	void thePublicKeyIsNoSecret() throws JOSEException {
		byte[] publicKey = this.issuer.key().toRSAPublicKey().getEncoded();
		for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("first").build(),
					TestIssuer.claims().issuer(this.issuer.uri()).build());
			token.sign(new MACSigner(publicKey));

			assertRefused(ofIssuer(), token.serialize(), "an algorithm that is not taken");
		}
	}

	@Test
	void theDevelopmentKeySignsByItsOwnAlgorithmAlone() {
		OwnTokens own = own("JWT");
		String made = own.make(new Viewer("Nell", Set.of(Permission.EDIT), null), null, Duration.ofHours(1));

		assertThat(own.reader(null).viewer(made).name()).isEqualTo("Nell");
		assertRefused(own.reader(null), this.issuer.sign(TestIssuer.claims()), "an algorithm that is not taken");
		assertRefused(own.reader(null), new PlainJWT(TestIssuer.claims().build()).serialize(), "it is not signed");
		assertRefused(ofIssuer(), made, "an algorithm that is not taken");
	}

	@Test
	void aTokenOfOneTypeIsNotTakenForOneOfAnother() {
		String session = own("session+jwt").make(new Viewer("Nell", Set.of(), null), null, Duration.ofHours(1));

		assertRefused(own("JWT").reader(null), session, "typ");
	}

	@Test
	void aChangedTokenIsRefused() {
		String token = this.issuer.sign(TestIssuer.claims());
		String[] parts = token.split("\\.", -1);
		String claims = TestIssuer.claims().claim("permissions", "ADMINISTER").build().toString();
		String forged = parts[0] + "." + Base64URL.encode(claims) + "." + parts[2];

		assertRefused(ofIssuer(), forged, "its signature is wrong");
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "629, true", "631, false", "-30, true", "-31, false" })
	void aTokenIsGoodForItsTimeWithHalfAMinuteOfGrace(long seconds, boolean good) {
		String token = this.issuer.sign(TestIssuer.claims().notBeforeTime(Date.from(TestClock.NOON)));
		this.clock.pass(Duration.ofSeconds(seconds));

		if (good) {
			assertThat(ofIssuer().viewer(token).name()).isEqualTo("Nell Abara");
		}
		else {
			assertRefused(ofIssuer(), token, (seconds > 0) ? "expired at 2026-05-14T12:10:00Z" : "used before");
		}
	}

	@Test
	void aTokenThatNeverEndsIsRefused() {
		assertRefused(ofIssuer(), this.issuer.sign(TestIssuer.claims().expirationTime(null)), "exp is required");
	}

	@Test
	void aTokenForOthersOrOfOthersIsRefused() {
		assertRefused(ofIssuer(), this.issuer.sign(TestIssuer.claims().audience("the-shop")), "audience broadsheet");
		assertRefused(ofIssuer(), this.issuer.sign(TestIssuer.claims().audience((String) null)), "audience broadsheet");

		Tokens ofOthers = tokens(new TokenRules(this.clock, "JWT").from(new Issuer("https://other.example")),
				"permissions");
		assertRefused(ofOthers, this.issuer.sign(TestIssuer.claims()), "not of the issuer https://other.example");
	}

	@Test
	void accessTokensSayOfWhatTypeTheyAreAndOthersAreRefused() {
		JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first");

		assertThat(ofIssuer()
			.viewer(this.issuer.sign(header.type(new JOSEObjectType("at+jwt")).build(), TestIssuer.claims()))
			.name()).isEqualTo("Nell Abara");
		assertRefused(ofIssuer(),
				this.issuer.sign(header.type(new JOSEObjectType("logout+jwt")).build(), TestIssuer.claims()), "typ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a.b", "a.b.c", "a.b.c.d.e", "....", "eyJhbGciOiJSUzI1NiJ9.e30.", "{}" })
	void nonsenseIsRefused(String token) {
		assertRefused(ofIssuer(), token, "");
	}

	@Test
	void aTokenThatIsFarTooLongIsRefusedUnread() {
		assertRefused(ofIssuer(), "x".repeat(8193), "longer than 8192 characters");

		assertThat(this.issuer.fetches()).isZero();
	}

	@Test
	void aKeySetThatIsNotThereIsNoVerdictOnTheToken() {
		Tokens tokens = ofIssuer();
		String token = this.issuer.sign(TestIssuer.claims());
		this.issuer.close();

		for (int n = 0; n < 5; n++) {
			assertThatExceptionOfType(Problem.Unauthenticated.class).isThrownBy(() -> tokens.viewer(token))
				.satisfies((problem) -> assertThat(problem.isTemporary()).isTrue())
				.withMessageContaining("cannot be checked just now");
		}
	}

	@Test
	void whileTheKeySetIsAwayTheKnownKeysAreUsed() {
		Tokens tokens = ofIssuer();
		String token = this.issuer.sign(TestIssuer.claims());
		tokens.viewer(token);
		this.issuer.close();

		assertThat(tokens.viewer(token).name()).isEqualTo("Nell Abara");
	}

	@Test
	void permissionsAreAnArrayOrPartedBySpacesInTheClaimThatIsSet() {
		assertThat(granted("permissions", "permissions", List.of("EDIT", "PUBLISH"))).containsExactly(Permission.EDIT,
				Permission.PUBLISH);
		assertThat(granted("scope", "scope", "openid ADMINISTER EDIT")).containsExactly(Permission.EDIT,
				Permission.ADMINISTER);
		assertThat(granted("https://news.example/may", "https://news.example/may", List.of("EDIT")))
			.containsExactly(Permission.EDIT);
		assertThat(granted("realm_access.roles", "realm_access", Map.of("roles", List.of("PUBLISH", "other"))))
			.containsExactly(Permission.PUBLISH);
	}

	@Test
	void whatIsNoPermissionGrantsNothing() {
		assertThat(granted("permissions", "permissions", "edit Edit EDITOR *")).isEmpty();
		assertThat(granted("permissions", "permissions", 7)).isEmpty();
		assertThat(granted("permissions", "permissions", Map.of("EDIT", true))).isEmpty();
		assertThat(granted("permissions", "permissions", null)).isEmpty();
		assertThat(granted("roles", "permissions", "EDIT")).isEmpty();
		assertThat(granted("a.b.c", "a", Map.of("b", "EDIT"))).isEmpty();
	}

	@Test
	void aNameIsFoundWhereIssuersPutItAndIsOneLine() {
		assertThat(named("name", null, "preferred_username", "nell")).isEqualTo("nell");
		assertThat(named("name", " ", "email", "nell@news.example")).isEqualTo("nell@news.example");
		assertThat(named("name", null, "email", null)).isEqualTo("u-17");
		assertThat(named("name", "Nell\nroot", "email", null)).isEqualTo("Nell root");
		assertRefused(ofIssuer(), this.issuer.sign(TestIssuer.claims().claim("name", null).subject(null)),
				"does not say whose it is");
	}

	private @Nullable String named(String claim, @Nullable String value, String other, @Nullable String otherValue) {
		return ofIssuer().viewer(this.issuer.sign(TestIssuer.claims().claim(claim, value).claim(other, otherValue)))
			.name();
	}

	private Set<Permission> granted(String setting, String claim, @Nullable Object value) {
		JWTClaimsSet.Builder claims = TestIssuer.claims().claim("permissions", null).claim(claim, value);
		return tokens(new TokenRules(this.clock, "JWT"), setting).viewer(this.issuer.sign(claims)).permissions();
	}

	private Tokens ofIssuer() {
		return tokens(new TokenRules(this.clock, "JWT", "at+jwt").from(new Issuer(this.issuer.uri() + "/"))
			.forAudience("broadsheet"), "permissions");
	}

	private Tokens tokens(TokenRules rules, String permissionsClaim) {
		KeySet keys = new KeySet(() -> URI.create(this.issuer.keys()));
		return new Tokens(new RotatingDecoder(keys, rules.all()), new ViewerClaims(permissionsClaim));
	}

	private OwnTokens own(String type) {
		SecretKey key = new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII),
				"HmacSHA256");
		return new OwnTokens(key, type, "permissions", this.clock);
	}

	private static void assertRefused(Tokens tokens, String token, String why) {
		assertThatExceptionOfType(Problem.Unauthenticated.class).isThrownBy(() -> tokens.viewer(token))
			.withMessageContaining(why)
			.satisfies((problem) -> assertThat(problem.isTemporary()).isFalse());
	}

}
