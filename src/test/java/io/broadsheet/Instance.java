package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.broadsheet.access.DevelopmentTokens;
import io.broadsheet.access.Permission;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A gateway in a process of its own, which can be stopped, continued and killed as an
 * operating system does it.
 */
public final class Instance extends HttpGateway implements AutoCloseable {

	/**
	 * A setting for tests in which the store is only slow, since they keep its machine
	 * busy.
	 */
	static final String PATIENT = "--broadsheet.request-patience=10s";

	private static final Duration START = Duration.ofMinutes(3);

	private final Path folder;

	private final String store;

	private final List<String> settings;

	private @Nullable Process process;

	private @Nullable String token;

	/**
	 * @param folder its data folder, where its log is too
	 * @param store its store's connection string; empty for the embedded one
	 * @param settings more settings, as on a command line
	 */
	public Instance(Path folder, String store, String... settings) {
		super(freePort());
		this.folder = folder;
		this.store = store;
		this.settings = List.of(settings);
	}

	/** Starts it, and waits until it is ready. */
	public Instance start() {
		launch();
		awaitReadiness(START);
		return this;
	}

	/** Starts several at once, and waits until all are ready. */
	static void startAll(Instance... instances) {
		List.of(instances).forEach(Instance::launch);
		List.of(instances).forEach((instance) -> instance.awaitReadiness(START));
	}

	private void launch() {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
						System.getProperty("java.class.path"), "io.broadsheet.Broadsheet", "--server.port=" + port(),
						"--broadsheet.sample=false", "--broadsheet.data-dir=" + this.folder,
						"--broadsheet.mongodb-uri=" + this.store));
		command.addAll(this.settings);
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it is ready. */
	public void awaitReadiness(Duration patience) {
		Awaitility.await().atMost(patience).until(() -> readiness() == 200);
	}

	/** The status of its readiness; 0 if it does not answer. */
	public int readiness() {
		return status("/actuator/health/readiness");
	}

	/** Where its log is. */
	public Path log() {
		return this.folder.resolveSibling(this.folder.getFileName() + ".log");
	}

	/** Asks it as Nell, an editor who may do everything. */
	public JsonNode askAsEditor(String document, Map<String, ?> variables) throws IOException {
		return askWith(token(), document, variables);
	}

	/** One is made, whoever of many asks for it first. */
	private synchronized String token() {
		if (this.token == null) {
			this.token = makeToken();
		}
		return this.token;
	}

	/** Sends its process a signal, such as {@code STOP}, {@code CONT} or {@code KILL}. */
	public void signal(String name) {
		run("kill", "-" + name, String.valueOf(running().pid()));
		if ("KILL".equals(name) || "TERM".equals(name)) {
			running().onExit().orTimeout(1, TimeUnit.MINUTES).join();
		}
	}

	/** Has its process free all memory that it does not need. */
	public void collectGarbage() {
		run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(running().pid()),
				"GC.run");
	}

	private static void run(String... command) {
		try {
			new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** How many threads its process has. */
	public long threads() throws IOException {
		try (var tasks = Files.list(Path.of("/proc", String.valueOf(running().pid()), "task"))) {
			return tasks.count();
		}
	}

	/** How much processor time its process has taken so far. */
	public Duration processorTime() {
		return running().info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly();
		}
	}

	private int status(String path) {
		try {
			return get(path).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private String makeToken() {
		try (ConfigurableApplicationContext tools = TokenCommand
			.open(List.of("--broadsheet.data-dir=" + this.folder))) {
			return tools.getBean(DevelopmentTokens.class).make("Nell", Set.of(Permission.values()));
		}
	}

	private Process running() {
		return Objects.requireNonNull(this.process, "It was not started");
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
