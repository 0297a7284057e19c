package io.broadsheet.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the sentence that {@link UnusableStore} has, and no stack trace. */
class UnusableStoreAnalyzer extends AbstractFailureAnalyzer<UnusableStore> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableStore cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
