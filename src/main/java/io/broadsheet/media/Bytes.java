package io.broadsheet.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file's content as unsigned numbers. Reading beyond the end is an
 * {@link IndexOutOfBoundsException}, however far beyond it is, so that a file that lies
 * about its lengths is noticed and costs nothing.
 */
final class Bytes {

	private final ByteBuffer content;

	private Bytes(ByteBuffer content) {
		this.content = content;
	}

	/** All of a file, its numbers with the most significant byte first. */
	static Bytes of(byte[] content) {
		return new Bytes(ByteBuffer.wrap(content));
	}

	/** The same content, its numbers with the least significant byte first. */
	Bytes littleEndian() {
		return new Bytes(this.content.duplicate().order(ByteOrder.LITTLE_ENDIAN));
	}

	/** A part of the content as a whole of its own. */
	Bytes part(long from, long length) {
		int start = checked(from, length);
		return new Bytes(this.content.slice(start, (int) length).order(this.content.order()));
	}

	long length() {
		return this.content.limit();
	}

	int byteAt(long at) {
		return Byte.toUnsignedInt(this.content.get(checked(at, 1)));
	}

	int shortAt(long at) {
		return Short.toUnsignedInt(this.content.getShort(checked(at, 2)));
	}

	long intAt(long at) {
		return Integer.toUnsignedLong(this.content.getInt(checked(at, 4)));
	}

	/** The number in eight bytes; one too large for a long counts as beyond the end. */
	long longAt(long at) {
		long number = this.content.getLong(checked(at, 8));
		if (number < 0) {
			throw new IndexOutOfBoundsException();
		}
		return number;
	}

	/**
	 * Whether these characters of Latin-1 are at a place; not if the end comes before.
	 */
	boolean has(long at, String characters) {
		byte[] expected = characters.getBytes(StandardCharsets.ISO_8859_1);
		return at + expected.length <= length()
				&& this.content.slice((int) at, expected.length).equals(ByteBuffer.wrap(expected));
	}

	/** The content itself, for what does not read numbers. */
	byte[] toByteArray() {
		byte[] copy = new byte[this.content.limit()];
		this.content.get(0, copy);
		return copy;
	}

	private int checked(long at, long count) {
		return (int) Objects.checkFromIndexSize(at, count, length());
	}

}
