package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Writes log lines to the console as another appender would, but many at a time. Whoever
 * logs does not wait for the console, nor for others who log.
 */
final class BatchedLines extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private static final int FULL = 16 * 1024;

	private final ConsoleAppender<ILoggingEvent> console;

	private final ReentrantLock writing = new ReentrantLock();

	/** Emptied when it is full, and by whoever flushes. */
	private final ByteArrayOutputStream lines = new ByteArrayOutputStream(FULL);

	BatchedLines(ConsoleAppender<ILoggingEvent> console) {
		this.console = console;
		setContext(console.getContext());
		setName("batched " + console.getName());
	}

	@Override
	protected void append(ILoggingEvent event) {
		byte[] line = this.console.getEncoder().encode(event);
		if (isFullWith(line)) {
			flush();
		}
	}

	private synchronized boolean isFullWith(byte[] line) {
		this.lines.writeBytes(line);
		return this.lines.size() >= FULL;
	}

	/** Writes what was not written yet. */
	void flush() {
		this.writing.lock();
		try {
			byte[] batch = take();
			if (batch.length > 0) {
				this.console.getOutputStream().write(batch);
				this.console.getOutputStream().flush();
			}
		}
		catch (IOException ex) {
			addError("The console cannot be written to", ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	private synchronized byte[] take() {
		byte[] batch = this.lines.toByteArray();
		this.lines.reset();
		return batch;
	}

	@Override
	public void stop() {
		flush();
		super.stop();
	}

}
