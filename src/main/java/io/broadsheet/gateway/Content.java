package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import io.broadsheet.graph.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes, as they are and compressed, and the strong entity tags of both, of
 * each type that they are sent as. What nobody asks for is not made; what was made is not
 * made again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3">RFC 9110, on
 * entity tags that vary with the encoding</a>
 */
final class Content {

	private static final int WORTH_COMPRESSING = 2048;

	private static final int TAG_BYTES = 16;

	private final byte[] plain;

	private volatile byte @Nullable [] compressed;

	private volatile @Nullable String digest;

	Content(byte[] plain) {
		this.plain = plain;
	}

	boolean isWorthCompressing() {
		return this.plain.length >= WORTH_COMPRESSING;
	}

	/** The bytes as they are. */
	byte[] plain() {
		return this.plain;
	}

	/** The bytes compressed by gzip. */
	byte[] compressed() {
		byte[] known = this.compressed;
		if (known == null) {
			known = compress(this.plain);
			this.compressed = known;
		}
		return known;
	}

	/**
	 * The strong entity tag. Caches that keep an answer in one type and one encoding must
	 * not be told that it is what another request asks for.
	 */
	String tag(ResponseType type, boolean ofCompressed) {
		String known = this.digest;
		if (known == null) {
			known = HexFormat.of().formatHex(Sha256.of(this.plain), 0, TAG_BYTES);
			this.digest = known;
		}
		return '"' + known + ((type != ResponseType.JSON) ? "-response" : "") + (ofCompressed ? "-gzip\"" : "\"");
	}

	/**
	 * How many bytes it takes in memory at most, roughly: compressed, text has less than
	 * half.
	 */
	int weight() {
		return isWorthCompressing() ? this.plain.length + this.plain.length / 2 : this.plain.length;
	}

	private static byte[] compress(byte[] plain) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
