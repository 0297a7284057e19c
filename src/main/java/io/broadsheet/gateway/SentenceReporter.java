package io.broadsheet.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Ends a failed start with one sentence in the log. */
class SentenceReporter implements FailureAnalysisReporter {

	private static final Logger logger = LoggerFactory.getLogger("io.broadsheet.start");

	@Override
	public void report(FailureAnalysis analysis) {
		String action = (analysis.getAction() != null) ? " " + analysis.getAction() : "";
		logger.error("{}{}", analysis.getDescription().replaceAll("\\s+", " "), action.replaceAll("\\s+", " "));
	}

}
