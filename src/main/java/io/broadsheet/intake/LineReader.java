package io.broadsheet.intake;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one after another. A line that is too long is passed over in
 * pieces, so that no line, however long, is ever in memory whole.
 */
final class LineReader implements Closeable {

	private final InputStream in;

	private final int longest;

	private final byte[] buffer = new byte[1 << 16];

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

	private int position;

	private int limit;

	private int number;

	private long length;

	private long read;

	/**
	 * @param in the file
	 * @param longest how many bytes a line may have
	 */
	LineReader(InputStream in, int longest) {
		this.in = in;
		this.longest = longest;
	}

	/** Goes to the next line; whether there is one. */
	boolean next() throws IOException {
		if (!fill()) {
			return false;
		}
		this.number++;
		this.line.reset();
		this.length = 0;
		boolean ended = false;
		while (!ended && fill()) {
			ended = takePiece();
		}
		return true;
	}

	/** The line's number, from 1. */
	int number() {
		return this.number;
	}

	/** The line's content without its end; null if it is too long. */
	byte @Nullable [] line() {
		return (this.length <= this.longest) ? this.line.toByteArray() : null;
	}

	/** How many bytes were read so far. */
	long read() {
		return this.read;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	/** Takes what the buffer has of the line; whether that is its end. */
	private boolean takePiece() {
		int end = this.position;
		while (end < this.limit && this.buffer[end] != '\n') {
			end++;
		}
		this.length += end - this.position;
		if (this.length <= this.longest) {
			this.line.write(this.buffer, this.position, end - this.position);
		}
		boolean ended = end < this.limit;
		int next = ended ? end + 1 : end;
		this.read += next - this.position;
		this.position = next;
		return ended;
	}

	private boolean fill() throws IOException {
		if (this.position < this.limit) {
			return true;
		}
		this.position = 0;
		this.limit = Math.max(0, this.in.read(this.buffer));
		return this.limit > 0;
	}

}
