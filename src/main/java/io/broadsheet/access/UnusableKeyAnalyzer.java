package io.broadsheet.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the sentence that {@link UnusableKey} has, and no stack trace. */
class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKey> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableKey cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
