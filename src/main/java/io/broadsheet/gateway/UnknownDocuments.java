package io.broadsheet.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells of documents that readers sent and that are not trusted: each in the metric
 * {@code broadsheet.documents.unknown}, and the first thousand different ones in the log.
 * A context that has this class has one of them, whose answer is not kept, so that each
 * request is seen.
 */
@Component
class UnknownDocuments {

	private static final Logger logger = LoggerFactory.getLogger(UnknownDocuments.class);

	private static final int MOST = 1000;

	private static final int SHOWN = 300;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private final MeterRegistry meters;

	UnknownDocuments(MeterRegistry meters) {
		this.meters = meters;
	}

	/** One was sent. */
	void met(String text, ClientName client) {
		this.meters.counter("broadsheet.documents.unknown").increment();
		String hash = TrustedDocument.hash(text);
		if (this.told.size() < MOST && this.told.add(hash)) {
			String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
			logger.info("The client {} sent a document that is not trusted, {}: {}", client, hash,
					(line.length() > SHOWN) ? line.substring(0, SHOWN) + "…" : line);
		}
	}

}
