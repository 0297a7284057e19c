package io.broadsheet.gateway;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import io.broadsheet.access.Permission;
import io.broadsheet.access.Viewer;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request's body whose size and time are bounded while it is read. */
final class GuardedBody extends ServletInputStream {

	private static final Logger logger = LoggerFactory.getLogger(GuardedBody.class);

	/** How often the buffer is filled with what nobody reads: 16 MB of it, or less. */
	private static final int MOST_DISCARDED = 2048;

	private final HttpServletRequest request;

	private final ServletInputStream input;

	private final HttpServletResponse response;

	private final LimitSettings limits;

	private final Refusals refusals;

	private final BodyMemory memory;

	private final long start = System.nanoTime();

	private long size;

	GuardedBody(HttpServletRequest request, ServletInputStream input, HttpServletResponse response,
			LimitSettings limits, Refusals refusals, BodyMemory memory) {
		this.request = request;
		this.input = input;
		this.response = response;
		this.limits = limits;
		this.refusals = refusals;
		this.memory = memory;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			int count = this.input.read(target, offset, length);
			requireSize(this.size + Math.max(0, count));
			take(Math.max(0, count));
			requireTime();
			return count;
		}
		catch (SocketTimeoutException ex) {
			throw late();
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	/** Reads to the end; false if that is too far away. */
	boolean discard() {
		byte[] buffer = new byte[8192];
		try {
			for (int read = 0; elapsed().compareTo(this.limits.bodyTime()) < 0 && read < MOST_DISCARDED; read++) {
				if (this.input.read(buffer) < 0) {
					return true;
				}
			}
		}
		catch (IOException ex) {
			logger.debug("A client went away while it sent what nobody reads");
		}
		return false;
	}

	private void take(int count) {
		this.size += count;
		if (!this.memory.take(count)) {
			close(this.response);
			this.refusals.count("bodies");
			throw new RefusedRequest(HttpStatus.SERVICE_UNAVAILABLE, LoadLimit.CODE, LoadLimit.MESSAGE);
		}
	}

	/** It is in memory no more. */
	void forget() {
		this.memory.giveBack(this.size);
	}

	void requireSize(long asked) {
		long allowed = allowed().toBytes();
		if (asked > allowed) {
			close(this.response);
			throw this.refusals.refuse(HttpStatus.CONTENT_TOO_LARGE, Limit.BODY_SIZE, allowed, asked);
		}
	}

	/** Whoever sent it is known by now, if they said so. */
	private DataSize allowed() {
		return Viewer.of(this.request).may(Permission.EDIT) ? this.limits.editorsBodySize() : this.limits.bodySize();
	}

	private void requireTime() {
		if (elapsed().compareTo(this.limits.bodyTime()) > 0) {
			throw late();
		}
	}

	private RefusedRequest late() {
		close(this.response);
		return this.refusals.refuse(HttpStatus.REQUEST_TIMEOUT, Limit.BODY_TIME, this.limits.bodyTime().toSeconds(),
				elapsed().toSeconds());
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/** The rest of the body is not worth being waited for. */
	private static void close(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CONNECTION, "close");
	}

	@Override
	public boolean isFinished() {
		return this.input.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.input.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.input.setReadListener(listener);
	}

}
