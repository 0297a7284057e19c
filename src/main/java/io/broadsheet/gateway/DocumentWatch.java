package io.broadsheet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Keeps the trusted documents as their folder has them. It looks again and again, since
 * not every file system tells of changes.
 */
@Component
@ConditionalOnWebApplication
class DocumentWatch implements InitializingBean, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(DocumentWatch.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final @Nullable DocumentFolder folder;

	private final TrustedDocuments trusted;

	private @Nullable Thread thread;

	DocumentWatch(DocumentSettings settings, GraphQlSource source, TrustedDocuments trusted) {
		this.folder = (settings.folder() != null) ? new DocumentFolder(settings.folder(), source.schema()) : null;
		this.trusted = trusted;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.folder != null) {
			DocumentFolder watched = this.folder;
			look(watched);
			this.thread = Thread.ofVirtual().name("documents").start(() -> watch(watched));
		}
	}

	@Override
	public void destroy() {
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	private void watch(DocumentFolder watched) {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				Thread.sleep(PAUSE);
				look(watched);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A folder that is away for a moment changes nothing. */
	private void look(DocumentFolder watched) {
		try {
			if (watched.refresh()) {
				List<TrustedDocument> documents = watched.documents();
				this.trusted.replace(documents);
				logger.info("Clients are trusted with {} documents", documents.size());
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("The folder of trusted documents cannot be read", ex);
		}
	}

}
