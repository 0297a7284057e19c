package io.broadsheet.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process of its own is told to stop while it has requests in flight. */
class ShutdownTests {

	private static final Pattern ADDRESS = Pattern.compile("The API is at (http://localhost:\\d+)/graphql");

	private static final String BODY = "{\"query\":\"{ articles(first: 1) { totalCount } }\"}";

	private static final String HEAD = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
			+ BODY.length() + "\r\n\r\n";

	private static final int IN_FLIGHT = 20;

	@TempDir
	private Path folder = Path.of("");

	private @Nullable Process process;

	private URI server = URI.create("http://localhost");

	@BeforeEach
	void start() throws IOException {
		Process started = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), "io.broadsheet.Broadsheet", "--server.port=0",
				"--broadsheet.sample=false", "--broadsheet.data-dir=" + this.folder)
			.redirectErrorStream(true)
			.start();
		this.process = started;
		BufferedReader output = started.inputReader();
		this.server = address(output);
		Thread.ofVirtual().start(() -> output.lines().forEach((line) -> {
		}));
	}

	private static URI address(BufferedReader output) throws IOException {
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher matcher = ADDRESS.matcher(line);
			if (matcher.find()) {
				return URI.create(matcher.group(1));
			}
		}
		throw new AssertionError("It did not start");
	}

	@AfterEach
	void kill() {
		Objects.requireNonNull(this.process).destroyForcibly();
	}

	@Test
	void whatIsInFlightIsFinishedAndWhoComesThenIsTold() throws IOException, InterruptedException {
		List<RawConnection> inFlight = new ArrayList<>();
		for (int n = 0; n < IN_FLIGHT; n++) {
			inFlight.add(new RawConnection(this.server).send(HEAD + BODY.substring(0, 10)));
		}
		assertThat(ask()).startsWith("HTTP/1.1 200");

		Process stopping = Objects.requireNonNull(this.process);
		// Stopped by its own method, its output would be closed while it is read.
		stopping.toHandle().destroy();

		Awaitility.await().until(() -> ask().startsWith("HTTP/1.1 503"));
		assertThat(ask().toLowerCase(Locale.ROOT)).contains("connection: close", "retry-after: 1",
				"another one answers");
		for (RawConnection connection : inFlight) {
			assertThat(connection.send(BODY.substring(10)).readToEnd()).startsWith("HTTP/1.1 200")
				.contains("\"totalCount\":0");
			connection.close();
		}
		assertThat(stopping.waitFor(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS)).isTrue();
	}

	private String ask() throws IOException {
		try (RawConnection connection = new RawConnection(this.server)) {
			return connection.send(HEAD + BODY).readToEnd();
		}
		catch (ConnectException ex) {
			throw new AssertionError("New connections get no answer", ex);
		}
	}

}
