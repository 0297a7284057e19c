package io.broadsheet.media;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.graph.Sha256;

/**
 * The name of a picture's file, which follows from its content: the first 128 bits of its
 * SHA-256, and its type. What has a name never changes, so that it can be kept by whoever
 * has read it.
 *
 * @param hash 32 digits, hexadecimal in lower case
 * @param type which kind of picture it is
 */
record PictureName(String hash, PictureType type) {

	private static final int HASH_BYTES = 16;

	private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([a-z]{3,4})");

	/** The name of a picture with this content. */
	static PictureName of(byte[] content, PictureType type) {
		byte[] digest = Arrays.copyOf(Sha256.of(content), HASH_BYTES);
		return new PictureName(HexFormat.of().formatHex(digest), type);
	}

	/** Reads a name; empty if no picture can have it. */
	static Optional<PictureName> parse(String text) {
		Matcher name = FORM.matcher(text);
		return name.matches()
				? PictureType.ofExtension(name.group(2)).map((type) -> new PictureName(name.group(1), type))
				: Optional.empty();
	}

	/** The name as it is written in addresses and in the store. */
	@Override
	public String toString() {
		return this.hash + "." + this.type.extension();
	}

}
