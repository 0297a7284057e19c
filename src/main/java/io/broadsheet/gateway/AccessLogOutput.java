package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the access log's lines written to the console in batches, a tenth of a second late
 * at most: one by one they would cost more than kept answers do. Where logs go elsewhere
 * than to the console, they go there as they are.
 */
@Component
@ConditionalOnWebApplication
class AccessLogOutput implements InitializingBean {

	private final Logger logger;

	private final Logger root;

	private final List<BatchedLines> batches = new ArrayList<>();

	AccessLogOutput() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		this.logger = context.getLogger(AccessLog.NAME);
		this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public void afterPropertiesSet() {
		List<ConsoleAppender<ILoggingEvent>> consoles = consoles();
		if (consoles.isEmpty() || !this.logger.isAdditive()) {
			return;
		}
		for (ConsoleAppender<ILoggingEvent> console : consoles) {
			BatchedLines batch = new BatchedLines(console);
			batch.start();
			this.logger.addAppender(batch);
			this.batches.add(batch);
		}
		this.logger.setAdditive(false);
	}

	/** What all logs are written to; nothing if any of that is not a console. */
	private List<ConsoleAppender<ILoggingEvent>> consoles() {
		List<ConsoleAppender<ILoggingEvent>> consoles = new ArrayList<>();
		for (Iterator<Appender<ILoggingEvent>> all = this.root.iteratorForAppenders(); all.hasNext();) {
			if (!(all.next() instanceof ConsoleAppender<ILoggingEvent> console)) {
				return List.of();
			}
			consoles.add(console);
		}
		return consoles;
	}

	@Scheduled(fixedDelay = 100)
	void flush() {
		this.batches.forEach(BatchedLines::flush);
	}

	/** What is logged from here on is written at once. */
	@PreDestroy
	void stop() {
		this.batches.forEach(this.logger::detachAppender);
		this.batches.forEach(BatchedLines::stop);
		if (!this.batches.isEmpty()) {
			this.logger.setAdditive(true);
		}
	}

}
