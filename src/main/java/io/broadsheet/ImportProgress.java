package io.broadsheet;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

import io.broadsheet.intake.ImportListener;
import io.broadsheet.intake.Source;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how an import goes: a bar on a terminal, a line every few seconds elsewhere. */
final class ImportProgress implements ImportListener, AutoCloseable {

	private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(5).toNanos();

	private static final String ERASE_LINE = "\r\u001B[K";

	private final PrintWriter err;

	private final @Nullable ProgressBar bar;

	private long lastLine = System.nanoTime();

	private ImportProgress(PrintWriter err, @Nullable ProgressBar bar) {
		this.err = err;
		this.bar = bar;
	}

	/** Progress that is shown where messages go. */
	static ImportProgress to(PrintWriter err) {
		boolean isTerminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
		return new ImportProgress(err, isTerminal ? bar() : null);
	}

	private static ProgressBar bar() {
		return new ProgressBarBuilder().setTaskName("Importing")
			.setUnit(" MB", 1 << 20)
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(200)
			.clearDisplayOnFinish()
			.build();
	}

	@Override
	public void refused(Source source, String reason) {
		this.err.println(((this.bar != null) ? ERASE_LINE : "") + source + ": " + reason);
		this.err.flush();
	}

	@Override
	public void progress(long bytes, long allBytes, int articles) {
		if (this.bar != null) {
			this.bar.maxHint(allBytes);
			this.bar.stepTo(bytes);
			this.bar.setExtraMessage("%,d articles".formatted(articles));
		}
		else if (System.nanoTime() - this.lastLine >= NANOS_BETWEEN_LINES) {
			this.lastLine = System.nanoTime();
			this.err.printf("%,d articles, %d %% of the files read%n", articles,
					(allBytes > 0) ? bytes * 100 / allBytes : 100);
			this.err.flush();
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
		}
	}

}
