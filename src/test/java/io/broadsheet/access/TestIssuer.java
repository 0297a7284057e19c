package io.broadsheet.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.TestClock;
import io.broadsheet.graph.Sha256;

/** An issuer of tokens with a key set that it serves itself, as newsrooms have one. */
public final class TestIssuer implements AutoCloseable {

	private static final int KEY_BITS = 2048;

	private final HttpServer server;

	private final AtomicInteger fetches = new AtomicInteger();

	private volatile RSAKey key = key("first");

	private volatile boolean away;

	private volatile String challenge = "";

	private volatile JWTClaimsSet.Builder granted = claims();

	private TestIssuer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		serve("/keys", () -> {
			this.fetches.incrementAndGet();
			return new JWKSet(this.key).toString();
		});
		serve("/.well-known/openid-configuration", () -> """
				{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
				 "token_endpoint": "%1$s/token"}""".formatted(uri()));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::exchange);
		this.server.start();
	}

	/** Opens one for as long as a test class needs it. */
	public static TestIssuer open() {
		try {
			return new TestIssuer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it calls itself. */
	public String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Where its keys are. */
	public String keys() {
		return uri() + "/keys";
	}

	/**
	 * Stops to answer, or begins again.
	 * @param away whether it is away
	 */
	void setAway(boolean away) {
		this.away = away;
	}

	/** How often its keys were fetched. */
	int fetches() {
		return this.fetches.get();
	}

	/** The key with which it signs now. */
	RSAKey key() {
		return this.key;
	}

	/**
	 * Signs with another key from now on.
	 * @param id what the key is called
	 */
	void rotate(String id) {
		this.key = key(id);
	}

	/** An editor's claims, for ten minutes. */
	static JWTClaimsSet.Builder claims() {
		Instant now = TestClock.NOON;
		return new JWTClaimsSet.Builder().subject("u-17")
			.claim("name", "Nell Abara")
			.audience("broadsheet")
			.claim("permissions", List.of("EDIT", "PUBLISH"))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)));
	}

	/** A token of this issuer. */
	String sign(JWTClaimsSet.Builder claims) {
		return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(), claims);
	}

	String sign(JWSHeader header, JWTClaimsSet.Builder claims) {
		try {
			SignedJWT token = new SignedJWT(header, claims.issuer(uri()).build());
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(KEY_BITS).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Signs everybody in who comes by, and remembers what the code is to be had for. */
	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
		this.challenge = parameters.getOrDefault("code_challenge", "");
		exchange.getResponseHeaders()
			.set("Location", parameters.get("redirect_uri") + "?code=c0de&state=" + parameters.get("state"));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private void exchange(HttpExchange exchange) throws IOException {
		Map<String, String> parameters = parameters(
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		String verifier = parameters.getOrDefault("code_verifier", "");
		boolean good = "c0de".equals(parameters.get("code")) && "graphiql".equals(parameters.get("client_id"))
				&& Base64URL.encode(Sha256.of(verifier)).toString().equals(this.challenge);
		answer(exchange, good ? "{\"token_type\": \"Bearer\", \"access_token\": \"" + sign(this.granted) + "\"}"
				: "{\"error\": \"invalid_grant\"}", good ? 200 : 400);
	}

	/**
	 * Gives to whoever signs in from now on.
	 * @param claims the claims of the token
	 */
	void grant(JWTClaimsSet.Builder claims) {
		this.granted = claims;
	}

	private static Map<String, String> parameters(String form) {
		return Arrays.stream(form.split("&", -1))
			.map((parameter) -> parameter.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private void serve(String path, Supplier<String> json) {
		this.server.createContext(path, (exchange) -> answer(exchange, json.get(), this.away ? 503 : 200));
	}

	private static void answer(HttpExchange exchange, String json, int status) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
