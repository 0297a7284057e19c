package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * GraphQL clients as npm has them, run by Node from {@code src/test/clients}, whose
 * packages are installed below {@code target} by the first who needs them. Where there is
 * no Node a test that needs it is skipped, but never where {@code CI} is set.
 */
public final class NodeClients {

	private static final Path SOURCES = Path.of("src/test/clients");

	private static final Path FOLDER = Path.of("target/clients");

	private static final long MINUTES = 5;

	private static boolean installed;

	private NodeClients() {
	}

	/** Skips a test where there is no Node. */
	public static void require() {
		assumeTrue(System.getenv("CI") != null || isThere(), "No Node is installed: its clients are not tried");
	}

	/**
	 * Runs a script.
	 * @param script its name in {@code src/test/clients}
	 * @param arguments its arguments
	 * @return what it prints
	 */
	public static String run(String script, String... arguments) {
		install();
		List<String> command = new ArrayList<>(List.of("node", script));
		command.addAll(List.of(arguments));
		return run(command);
	}

	private static synchronized void install() {
		if (!installed) {
			copySources();
			run(List.of("npm", "ci", "--no-audit", "--no-fund"));
			installed = true;
		}
	}

	private static void copySources() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = FOLDER.resolve(SOURCES.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.write(copy, Files.readAllBytes(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isThere() {
		try {
			return new ProcessBuilder("node", "--version").start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String run(List<String> command) {
		try {
			Path errors = Files.createTempFile("broadsheet-client", ".log");
			Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
				.redirectError(errors.toFile())
				.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new AssertionError("%s failed:%n%s%s".formatted(command, output, Files.readString(errors)));
			}
			Files.delete(errors);
			return output.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
