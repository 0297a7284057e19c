package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A real server of a test's own, since it is killed. */
final class KilledStore {

	private static final int PORT = 27127;

	private KilledStore() {
	}

	/** The connection string of a database on it. */
	static String uri(String database) {
		return "mongodb://127.0.0.1:" + PORT + "/" + database;
	}

	/** Runs a command of the script that starts, stops and kills real servers. */
	static void run(String command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(".ci/real-store", command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
			builder.environment().put("BROADSHEET_REAL_STORE_PORT", String.valueOf(PORT));
			Process process = builder.start();
			assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
