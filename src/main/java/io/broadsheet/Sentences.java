package io.broadsheet;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.MongoException;
import io.broadsheet.graph.Problem;
import io.broadsheet.store.UnusableStore;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What kept a command from being done, in one sentence for the person who gave it. */
final class Sentences {

	private Sentences() {
	}

	/**
	 * The sentence for an exception, which says what the first known cause of it says.
	 */
	static String of(Throwable ex) {
		for (Throwable at = ex; at != null; at = at.getCause()) {
			switch (at) {
				case UnusableStore unusable -> {
					return String.valueOf(unusable.getMessage());
				}
				case Problem.StoreUnavailable unavailable -> {
					return "The store that BROADSHEET_MONGODB_URI names does not answer.";
				}
				case MongoException lost -> {
					return "The store does not answer any more. What is in stays in: run the same command again to go on.";
				}
				case NoSuchFileException missing -> {
					return "There is no %s.".formatted(missing.getFile());
				}
				case AccessDeniedException denied -> {
					return "%s must not be read or written: permission denied.".formatted(denied.getFile());
				}
				case FileSystemException file -> {
					return "%s cannot be used: %s.".formatted(file.getFile(), file.getReason());
				}
				default -> {
					// Its cause may say more.
				}
			}
		}
		return analyzed(ex).orElseGet(() -> root(ex));
	}

	/** What would end the server's start in the same case, such as a wrong setting. */
	private static Optional<String> analyzed(Throwable ex) {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {
				// Spring Boot's own need more than is left of the failed start.
			}));
		return analyzers.stream()
			.map((analyzer) -> analyzer.analyze(ex))
			.filter(Objects::nonNull)
			.map(FailureAnalysis::getDescription)
			.findFirst();
	}

	private static String root(Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = String.valueOf(root.getMessage());
		return message.lines().findFirst().orElse(root.getClass().getSimpleName());
	}

}
