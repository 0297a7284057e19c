package io.broadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What Java runs with when it is told nothing, as the program that it started tells. */
@EnabledOnOs(OS.LINUX)
class RelaunchTests {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private Path jar = Path.of("none");

	@BeforeEach
	void makeJar() throws IOException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(Attributes.Name.MAIN_CLASS, RelaunchedProgram.class.getName());
		attributes.put(Attributes.Name.CLASS_PATH,
				Stream.of("classes", "test-classes")
					.map((name) -> Path.of("target", name).toAbsolutePath().toUri().toString())
					.collect(Collectors.joining(" ")));
		attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
		this.jar = this.folder.resolve("told nothing.jar");
		try (OutputStream out = Files.newOutputStream(this.jar);
				JarOutputStream jarOut = new JarOutputStream(out, manifest)) {
			jarOut.finish();
		}
	}

	@Test
	void javaThatIsToldNothingRunsWithTheGatewaysOptionsInTheSameProcess() throws Exception {
		Told told = run(List.of(), Map.of(), "--a.setting=ü and ß", "");
		assertThat(told.options()).contains("-XX:+UseSerialGC").containsAll(ownOptions());
		assertThat(told.arguments()).containsExactly("--a.setting=ü and ß", "");
		assertThat(told.startedProcess()).isEqualTo(told.process());
	}

	@Test
	void javaThatIsToldAnOptionRunsWithThatAlone() throws Exception {
		assertThat(run(List.of("-Xmx64m"), Map.of()).options()).containsExactly("-Xmx64m");
	}

	@Test
	void javaThatIsToldOptionsByTheEnvironmentRunsWithThoseAlone() throws Exception {
		assertThat(run(List.of(), Map.of("JDK_JAVA_OPTIONS", "-Xmx64m")).options()).containsExactly("-Xmx64m");
	}

	private static List<String> ownOptions() throws IOException {
		return Files.readAllLines(Path.of("src", "main", "jvm.options"))
			.stream()
			.filter((option) -> option.startsWith("-X"))
			.toList();
	}

	private Told run(List<String> options, Map<String, String> environment, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(JAVA));
		command.addAll(options);
		command.addAll(List.of("-jar", this.jar.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
		builder.environment().putAll(environment);
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		return Told.read(said, process.pid());
	}

	/**
	 * What the program told.
	 *
	 * @param process the number of its process
	 * @param options Java's options
	 * @param arguments its own
	 * @param startedProcess the number of the process that was started
	 */
	private record Told(long process, List<String> options, List<String> arguments, long startedProcess) {

		static Told read(String said, long started) {
			String[] parts = said.split("\1", -1);
			return new Told(Long.parseLong(parts[0]), list(parts[1]), list(parts[2]), started);
		}

		private static List<String> list(String words) {
			return words.isEmpty() ? List.of() : List.of(words.substring(0, words.length() - 1).split("\0", -1));
		}

	}

}
