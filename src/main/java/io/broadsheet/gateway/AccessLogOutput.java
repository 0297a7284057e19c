package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the lines of the access log to the console in batches, a tenth of a second late
 * at most: written one by one, a line costs more than giving a kept answer. Where the log
 * goes elsewhere than to the console, each line goes there by itself. At most 4,096 lines
 * wait; whoever brings one more writes them all.
 */
@Component
class AccessLogOutput {

	private static final int MOST_WAITING = 4096;

	private final BlockingQueue<LoggingEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

	private final Lock writing = new ReentrantLock();

	private volatile boolean closed;

	/** Has a line written, soon. */
	void add(LoggingEvent line) {
		line.setThreadName(Thread.currentThread().getName());
		line.setMDCPropertyMap(MDC.getCopyOfContextMap());
		while (!this.waiting.offer(line)) {
			flush();
		}
		if (this.closed) {
			flush();
		}
	}

	/** Writes what waits. */
	@Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
	void flush() {
		this.writing.lock();
		try {
			List<LoggingEvent> lines = new ArrayList<>(this.waiting.size());
			this.waiting.drainTo(lines);
			if (!lines.isEmpty()) {
				write(lines);
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	private static void write(List<LoggingEvent> lines) {
		ConsoleAppender<ILoggingEvent> console = console(AccessLog.LOGGER);
		if (console == null) {
			lines.forEach(AccessLog.LOGGER::callAppenders);
			return;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (LoggingEvent line : lines) {
			if (console.getFilterChainDecision(line) != FilterReply.DENY) {
				bytes.writeBytes(console.getEncoder().encode(line));
			}
		}
		try {
			console.getOutputStream().write(bytes.toByteArray());
			console.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The console, if it is the only place where the log goes. */
	private static @Nullable ConsoleAppender<ILoggingEvent> console(Logger logger) {
		List<Appender<ILoggingEvent>> all = new ArrayList<>();
		addAppenders(logger, all);
		if (logger.isAdditive()) {
			addAppenders(logger.getLoggerContext().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), all);
		}
		return (all.size() == 1 && all.getFirst() instanceof ConsoleAppender<ILoggingEvent> console) ? console : null;
	}

	private static void addAppenders(Logger logger, List<Appender<ILoggingEvent>> all) {
		for (Iterator<Appender<ILoggingEvent>> some = logger.iteratorForAppenders(); some.hasNext();) {
			all.add(some.next());
		}
	}

	/** What comes while the gateway stops is written at once. */
	@PreDestroy
	void close() {
		this.closed = true;
		flush();
	}

}
