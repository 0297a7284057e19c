package io.broadsheet.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest SHA-256 (FIPS 180-4), by which names and contents are told apart. */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * The digest of bytes.
	 * @param parts the bytes, in one piece or in several that follow each other
	 * @return its 32 bytes
	 */
	public static byte[] of(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The digest of a text in UTF-8.
	 * @param text the text
	 * @return its 32 bytes
	 */
	public static byte[] of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

}
