package io.broadsheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An import in a process of its own, with little memory. */
class FlatMemoryTests {

	private static final int MEGABYTE = 1 << 20;

	@TempDir
	private Path folder = Path.of("");

	@Test
	void aLineOf200MegabytesIsRefusedAndTheRestIsIn() throws IOException, InterruptedException {
		Path file = this.folder.resolve("articles.ndjson");
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			write(out, article("before"));
			write(out, "{\"slug\":\"huge\",\"body\":\"");
			byte[] piece = "x".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i < 200; i++) {
				out.write(piece);
			}
			write(out, "\"}\n");
			write(out, article("after"));
		}

		String output = run(file);

		assertThat(output).contains("articles.ndjson:2: The line has more than 4,194,304 bytes", "2 articles: 2 new",
				"1 refused.", "exit 1");
	}

	@Test
	void fileIsLargerThanTheMemory() throws IOException, InterruptedException {
		Path file = this.folder.resolve("articles.ndjson");
		String body = "Some words of a story. ".repeat(40_000);
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			for (int i = 0; i < 300; i++) {
				write(out, "{\"slug\":\"s%d\",\"title\":\"S\",\"date\":\"soon\",\"body\":\"%s\"}\n".formatted(i, body));
			}
			write(out, article("last"));
		}

		assertThat(run(file)).contains("articles.ndjson:300: ", "1 article: 1 new", "300 refused.", "exit 1");
	}

	private static String article(String slug) {
		return "{\"slug\":\"%s\",\"title\":\"A\",\"date\":\"2020-05-14\",\"body\":\"x\"}\n".formatted(slug);
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}

	private String run(Path file) throws IOException, InterruptedException {
		try (TestStore store = new TestStore()) {
			return run(file, TestStore.isReal() ? store.uri() : "");
		}
	}

	private String run(Path file, String store) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-cp", System.getProperty("java.class.path"), "io.broadsheet.Broadsheet", "import",
				file.toString(), "--broadsheet.data-dir=" + this.folder.resolve("data"),
				"--broadsheet.mongodb-uri=" + store)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile())
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		return Files.readString(this.folder.resolve("output.txt")) + "exit " + process.exitValue();
	}

}
