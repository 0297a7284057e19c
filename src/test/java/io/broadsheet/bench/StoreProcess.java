package io.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

/** A {@link StoreServer} that runs beside the servers. */
final class StoreProcess implements AutoCloseable {

	private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

	private final Process process;

	private final String uri;

	private StoreProcess(Process process, String uri) {
		this.process = process;
		this.uri = uri;
	}

	/**
	 * Starts an empty store.
	 * @param memory how much memory it may take, as {@code -Xmx} has it
	 * @param folder where its address is kept
	 */
	static StoreProcess start(String memory, Path folder) throws IOException {
		Path address = Files.createTempFile(folder, "store", ".txt");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + memory, "-cp", System.getProperty("java.class.path"), StoreServer.class.getName())
			.redirectOutput(address.toFile())
			.start();
		Awaitility.await().atMost(STARTS_WITHIN).until(() -> Files.readString(address).endsWith("\n"));
		return new StoreProcess(process, Files.readString(address).strip() + "/broadsheet");
	}

	/** The address of its database. */
	String uri() {
		return this.uri;
	}

	/** Ends it, and what it has is gone. */
	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
