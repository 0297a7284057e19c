package io.broadsheet.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.broadsheet.TestClock;

/** An issuer of tokens with a key set that it serves itself, as newsrooms have one. */
public final class TestIssuer implements AutoCloseable {

	private static final int KEY_BITS = 2048;

	private final HttpServer server;

	private final AtomicInteger fetches = new AtomicInteger();

	private volatile RSAKey key = key("first");

	private TestIssuer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		serve("/keys", () -> {
			this.fetches.incrementAndGet();
			return new JWKSet(this.key).toString();
		});
		serve("/.well-known/openid-configuration", () -> """
				{"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(uri()));
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

	private void serve(String path, Supplier<String> json) {
		this.server.createContext(path, (exchange) -> answer(exchange, json.get()));
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
