package io.broadsheet.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.broadsheet.graph.Sha256;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Signing in with the issuer: the authorization-code flow with PKCE, for which GraphiQL
 * needs no secret. What is remembered until the editor comes back, the verifier, is kept
 * by the browser; the state is made of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>
 */
class CodeFlow {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private static final int VERIFIER_BYTES = 32;

	private final Issuer issuer;

	private final JwtSettings settings;

	private final RandomGenerator random;

	CodeFlow(Issuer issuer, JwtSettings settings, RandomGenerator random) {
		this.issuer = issuer;
		this.settings = settings;
		this.random = random;
	}

	/** Makes what a browser has to remember until it comes back. */
	String verifier() {
		byte[] bytes = new byte[VERIFIER_BYTES];
		this.random.nextBytes(bytes);
		return BASE64.encodeToString(bytes);
	}

	/**
	 * Where an editor signs in.
	 * @param verifier what the browser remembers
	 * @param redirect where the issuer is to send the editor back to
	 * @throws IOException if the issuer does not answer
	 */
	URI start(String verifier, String redirect) throws IOException {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("response_type", "code");
		parameters.put("client_id", String.valueOf(this.settings.clientId()));
		parameters.put("redirect_uri", redirect);
		parameters.put("scope", this.settings.scope());
		parameters.put("state", state(verifier));
		parameters.put("code_challenge", BASE64.encodeToString(Sha256.of(verifier)));
		parameters.put("code_challenge_method", "S256");
		if (this.settings.audience() != null) {
			parameters.put("audience", this.settings.audience());
		}
		String endpoint = this.issuer.endpoint("authorization_endpoint").toString();
		return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + form(parameters));
	}

	/** What the issuer gives back to show that the editor began here. */
	static String state(String verifier) {
		return BASE64.encodeToString(Sha256.of("state of " + verifier));
	}

	/**
	 * Gets the token of an editor who has come back.
	 * @param code what the issuer gave along
	 * @param verifier what the browser remembers
	 * @param redirect where the issuer sent the editor back to
	 * @throws IOException if the issuer gives no token
	 */
	String finish(String code, String verifier, String redirect) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(this.issuer.endpoint("token_endpoint"))
			.timeout(Issuer.TIMEOUT)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.POST(BodyPublishers.ofString(form(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
					redirect, "client_id", String.valueOf(this.settings.clientId()), "code_verifier", verifier))))
			.build();
		HttpResponse<String> response = send(request);
		try {
			String token = JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "access_token");
			if (response.statusCode() == 200 && token != null) {
				return token;
			}
		}
		catch (ParseException ex) {
			throw new IOException("The issuer answered with status " + response.statusCode() + " and no JSON", ex);
		}
		throw new IOException("The issuer answered with status " + response.statusCode() + " and no token");
	}

	private static HttpResponse<String> send(HttpRequest request) throws IOException {
		try (HttpClient http = HttpClient.newBuilder().connectTimeout(Issuer.TIMEOUT).build()) {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
