package io.broadsheet.editorial;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.broadsheet.graph.Sha256;

/**
 * What tells a request that is sent again from others: what its client calls it, and what
 * it asked for.
 *
 * @param key a digest of the editor's name and of the client's word for the request
 * @param request a digest of what was asked for
 */
record RequestKey(String key, String request) {

	/**
	 * The key of a request.
	 * @param by who sent it, by name
	 * @param idempotencyKey what the client calls it
	 * @param request what was asked for, in words that are the same for the same request
	 */
	static RequestKey of(String by, String idempotencyKey, String request) {
		byte[] separator = new byte[1];
		return new RequestKey(text(Sha256.of(by.getBytes(StandardCharsets.UTF_8), separator,
				idempotencyKey.getBytes(StandardCharsets.UTF_8))), text(Sha256.of(request)));
	}

	private static String text(byte[] digest) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
	}

}
