package io.broadsheet.gateway;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** Bytes that are kept somewhere, until they are released. */
interface StoredBytes {

	/** How many they are. */
	int length();

	/** How many bytes of memory they take. */
	int size();

	/** The bytes, which are not to be changed; null once they are released. */
	byte @Nullable [] read();

	/**
	 * Copies the bytes without making an array of them.
	 * @param buffer has room for them
	 * @param index where in it they begin
	 * @return whether they were there; if not, nothing is copied
	 */
	boolean copyTo(ByteBuffer buffer, int index);

	/** Gives their memory back, if that is not the garbage collector's to do. */
	void release();

	/** Bytes on the heap, which are there as long as somebody has them. */
	final class OnHeap implements StoredBytes {

		private final byte[] bytes;

		OnHeap(byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public int length() {
			return this.bytes.length;
		}

		@Override
		public int size() {
			return this.bytes.length;
		}

		@Override
		public byte[] read() {
			return this.bytes;
		}

		@Override
		public boolean copyTo(ByteBuffer buffer, int index) {
			buffer.put(index, this.bytes);
			return true;
		}

		@Override
		public void release() {
			// The collector takes them once nobody has them
		}

	}

}
