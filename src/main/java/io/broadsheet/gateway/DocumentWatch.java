package io.broadsheet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the trusted documents as their folder has them. It looks again and again, since
 * not every file system tells of changes.
 */
@Component
@ConditionalOnWebApplication
class DocumentWatch implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(DocumentWatch.class);

	private final @Nullable DocumentFolder folder;

	private final TrustedDocuments trusted;

	private final ContentChanges changes;

	DocumentWatch(DocumentSettings settings, GraphQlSource source, TrustedDocuments trusted, ContentChanges changes) {
		this.folder = (settings.folder() != null) ? new DocumentFolder(settings.folder(), source.schema()) : null;
		this.trusted = trusted;
		this.changes = changes;
	}

	@Override
	public void afterPropertiesSet() {
		look();
	}

	/**
	 * Sees what has changed since. A folder that is away for a moment changes nothing.
	 */
	@Scheduled(fixedDelay = 1000, initialDelay = 1000)
	void look() {
		if (this.folder == null) {
			return;
		}
		try {
			if (this.folder.refresh()) {
				List<TrustedDocument> documents = this.folder.documents();
				this.trusted.replace(documents);
				this.changes.anythingMayHaveChanged();
				logger.info("Clients are trusted with {} documents", documents.size());
			}
		}
		catch (IOException | UncheckedIOException ex) {
			logger.debug("The folder of trusted documents cannot be read", ex);
		}
	}

}
