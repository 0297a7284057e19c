package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

	private final @Nullable OffHeapMemory memory;

	private final StoredBytes plain;

	private volatile @Nullable StoredBytes compressed;

	private volatile @Nullable String digest;

	private boolean isReleased;

	/** Content that is there for as long as somebody has it. */
	Content(byte[] plain) {
		this(new StoredBytes.OnHeap(plain), null, null);
	}

	private Content(StoredBytes plain, @Nullable String digest, @Nullable OffHeapMemory memory) {
		this.plain = plain;
		this.digest = digest;
		this.memory = memory;
	}

	/** A copy that is there until it is released; null if this was. */
	@Nullable Content copyTo(OffHeapMemory other) {
		byte[] bytes = plain();
		return (bytes != null) ? new Content(other.store(bytes), this.digest, other) : null;
	}

	/** A copy that is there for as long as somebody has it; null if this was released. */
	@Nullable Content copyToHeap() {
		byte[] bytes = plain();
		return (bytes != null) ? new Content(new StoredBytes.OnHeap(bytes), this.digest, null) : null;
	}

	boolean isWorthCompressing() {
		return this.plain.length() >= WORTH_COMPRESSING;
	}

	/** The bytes as they are; null once they are released. */
	byte @Nullable [] plain() {
		return this.plain.read();
	}

	/** The bytes compressed by gzip; null once they are released. */
	byte @Nullable [] compressed() {
		StoredBytes known = this.compressed;
		if (known != null) {
			return known.read();
		}
		byte[] bytes = plain();
		return (bytes != null) ? keepCompressed(compress(bytes)) : null;
	}

	/**
	 * Copies the bytes to where they are sent from.
	 * @param isCompressed whether those compressed by gzip are asked for
	 * @param buffer where they go
	 * @param index where in it they begin
	 * @return how many they are; negative, if they are released or do not fit
	 */
	int copyTo(ByteBuffer buffer, int index, boolean isCompressed) {
		StoredBytes stored = isCompressed ? storedCompressed() : this.plain;
		boolean fits = stored != null && stored.length() <= buffer.limit() - index;
		return (stored != null && fits && stored.copyTo(buffer, index)) ? stored.length() : -1;
	}

	private @Nullable StoredBytes storedCompressed() {
		return (this.compressed != null || compressed() != null) ? this.compressed : null;
	}

	private synchronized byte[] keepCompressed(byte[] bytes) {
		if (this.compressed == null && !this.isReleased) {
			this.compressed = (this.memory != null) ? this.memory.store(bytes) : new StoredBytes.OnHeap(bytes);
		}
		return bytes;
	}

	/**
	 * The strong entity tag. Caches that keep an answer in one type and one encoding must
	 * not be told that it is what another request asks for.
	 * @return the tag; null if nobody asked for it until the bytes were released
	 */
	@Nullable String tag(ResponseType type, boolean ofCompressed) {
		String known = digest();
		return (known != null)
				? '"' + known + ((type != ResponseType.JSON) ? "-response" : "") + (ofCompressed ? "-gzip\"" : "\"")
				: null;
	}

	private @Nullable String digest() {
		String known = this.digest;
		byte[] bytes = (known == null) ? plain() : null;
		if (bytes != null) {
			known = HexFormat.of().formatHex(Sha256.of(bytes), 0, TAG_BYTES);
			this.digest = known;
		}
		return known;
	}

	/**
	 * How many bytes it takes in memory at most, roughly: compressed, text has less than
	 * half.
	 */
	int weight() {
		return isWorthCompressing() ? this.plain.size() + this.plain.size() / 2 : this.plain.size();
	}

	/** Gives its memory back. Whoever was given bytes still has them. */
	synchronized void release() {
		this.isReleased = true;
		this.plain.release();
		StoredBytes known = this.compressed;
		if (known != null) {
			known.release();
		}
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
