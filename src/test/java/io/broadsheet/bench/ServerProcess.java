package io.broadsheet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, whose costs the operating system tells. */
final class ServerProcess implements AutoCloseable {

	private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

	private static final Duration POLL = Duration.ofMillis(50);

	private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

	private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

	private final Process process;

	private final int port;

	private @Nullable ThreadMXBean threads;

	private ServerProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts a server.
	 * @param program what follows {@code java}, options first
	 * @param environment what it finds in its environment beside what is there
	 * @param port the port that the program was told to listen on
	 * @param log where what it prints goes
	 */
	static ServerProcess start(List<String> program, Map<String, String> environment, int port, Path log)
			throws IOException {
		ServerProcess server = new ServerProcess(java(program, environment, log), port);
		Awaitility.await().atMost(STARTS_WITHIN).pollInterval(POLL).until(server::listens);
		return server;
	}

	/** Runs a program in Java that ends by itself. */
	static void run(List<String> program, Map<String, String> environment, Path log)
			throws IOException, InterruptedException {
		int status = java(program, environment, log).waitFor();
		if (status != 0) {
			throw new IllegalStateException("%s ended with %d: %s".formatted(program, status, Files.readString(log)));
		}
	}

	private static Process java(List<String> program, Map<String, String> environment, Path log) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(program);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		return builder.start();
	}

	/** A port on which nothing listens. */
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private boolean listens() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The server ended with " + this.process.exitValue());
		}
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Bounds what it takes from now on by what a control group of Linux may. */
	void moveTo(Path cgroup) throws IOException {
		Files.writeString(cgroup.resolve("cgroup.procs"), String.valueOf(this.process.pid()));
	}

	/** Where something is on it. */
	URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** The processor time that it has taken so far, as the operating system counts it. */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	/**
	 * The processor time that its threads have taken so far but for the compilers of the
	 * virtual machine, whose work is done once and falls on whatever is asked meanwhile.
	 */
	Duration cpuWithoutCompilers() throws IOException {
		long nanos = 0;
		try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(this.process.pid()), "task"))) {
			for (Path thread : (Iterable<Path>) threads::iterator) {
				nanos += nanosWithoutCompilers(thread);
			}
		}
		return Duration.ofNanos(nanos);
	}

	private static long nanosWithoutCompilers(Path thread) throws IOException {
		try {
			boolean compiler = COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
			return compiler ? 0 : Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
		}
		catch (NoSuchFileException ex) {
			return 0; // It has just ended.
		}
	}

	/** How much of its memory is in RAM, in MB. */
	long residentMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc", String.valueOf(this.process.pid()), "status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	/** How many bytes its threads have allocated so far. */
	long allocatedBytes() throws IOException {
		if (this.threads == null) {
			this.threads = threads();
		}
		return this.threads.getTotalThreadAllocatedBytes();
	}

	@SuppressWarnings("BanJNDI") // The address is that of a process which this one
									// started.
	private ThreadMXBean threads() throws IOException {
		try {
			VirtualMachine machine = VirtualMachine.attach(String.valueOf(this.process.pid()));
			JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
			machine.detach();
			return ManagementFactory.newPlatformMXBeanProxy(
					JMXConnectorFactory.connect(address).getMBeanServerConnection(),
					ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
		}
		catch (AttachNotSupportedException ex) {
			throw new IOException(ex);
		}
	}

	/** How many bytes of its heap something still refers to. */
	long liveBytes() throws IOException {
		Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(this.process.pid()), "GC.class_histogram")
			.start();
		String total = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("Total"))
			.findFirst()
			.orElseThrow();
		return Long.parseLong(total.strip().split(" +", -1)[2]);
	}

	/** Asks it to stop, and ends it if it does not. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The server did not stop", ex);
		}
		finally {
			this.process.destroyForcibly();
		}
	}

}
