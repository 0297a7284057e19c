package io.broadsheet.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

/**
 * Tells any address what has changed: {@code {"tags": […]}}, signed. The header
 * {@code Broadsheet-Signature: t=SECONDS,v1=HEX} has the time, and the HMAC (RFC 2104) by
 * SHA-256 of the time, a full stop and the body.
 *
 * @param url the address
 * @param secret with what is signed
 * @param clock tells the time
 */
record WebhookPurge(URI url, String secret, Clock clock) implements PurgeTarget {

	private static final String ALGORITHM = "HmacSHA256";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	public String name() {
		return "the webhook";
	}

	@Override
	public int most() {
		return 1000;
	}

	@Override
	public HttpRequest request(List<String> tags) {
		String body = JSON.writeValueAsString(Map.of("tags", tags));
		long seconds = this.clock.instant().getEpochSecond();
		return HttpRequest.newBuilder(this.url)
			.header("Content-Type", "application/json")
			.header("Broadsheet-Signature", "t=%d,v1=%s".formatted(seconds, signature(seconds + "." + body)))
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private String signature(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	/** Names no secret. */
	@Override
	public String toString() {
		return name();
	}

}
