package io.broadsheet.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MergeInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class MappedFilesTests {

	private static final int SIZE = 1 << 20;

	@TempDir
	private Path folder;

	private MappedFiles files;

	@BeforeEach
	void open() throws IOException {
		this.files = new MappedFiles(this.folder);
		for (String name : List.of("one.dat", "other.dat")) {
			try (IndexOutput out = this.files.createOutput(name, IOContext.DEFAULT)) {
				for (int i = 0; i < SIZE; i++) {
					out.writeByte((byte) i);
				}
			}
		}
	}

	@AfterEach
	void close() throws IOException {
		this.files.close();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void memoryThatAFileWasReadIntoIsLetGo() throws IOException {
		try (IndexInput input = this.files.openInput("one.dat", IOContext.DEFAULT)) {
			read(input);
			assertThat(residentKilobytes("one.dat")).isPositive();

			this.files.letGo(List.of("one.dat"));

			assertThat(residentKilobytes("one.dat")).isZero();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void otherFilesStayInMemory() throws IOException {
		try (IndexInput input = this.files.openInput("one.dat", IOContext.DEFAULT);
				IndexInput other = this.files.openInput("other.dat", IOContext.DEFAULT)) {
			read(input);
			read(other);

			this.files.letGo(List.of("one.dat"));

			assertThat(residentKilobytes("other.dat")).isPositive();
		}
	}

	@Test
	void fileIsReadAsBefore() throws IOException {
		try (IndexInput input = this.files.openInput("one.dat", IOContext.DEFAULT)) {
			byte[] before = read(input);

			this.files.letGo(List.of("one.dat"));

			assertThat(read(input)).isEqualTo(before);
		}
	}

	@Test
	void fileThatIsClosedOrUnknownIsLeftAlone() throws IOException {
		this.files.openInput("one.dat", IOContext.DEFAULT).close();

		assertThatCode(() -> this.files.letGo(List.of("one.dat", "unheard-of.dat"))).doesNotThrowAnyException();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void fileIsReadHereAndThere() throws IOException {
		try (IndexInput input = this.files.openInput("one.dat", IOContext.DEFAULT)) {
			assertThat(flags("one.dat")).contains("rr");
			assertThat(input.length()).isEqualTo(SIZE);
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void fileThatIsReadToBeMergedIsReadInOrder() throws IOException {
		IOContext merging = IOContext.merge(new MergeInfo(1, SIZE, false, 1));
		try (IndexInput input = this.files.openInput("one.dat", merging)) {
			assertThat(flags("one.dat")).contains("sr");
			assertThat(input.length()).isEqualTo(SIZE);
		}
	}

	private static byte[] read(IndexInput input) throws IOException {
		byte[] bytes = new byte[SIZE];
		input.seek(0);
		input.readBytes(bytes, 0, SIZE);
		return bytes;
	}

	private long residentKilobytes(String name) throws IOException {
		return Long.parseLong(known(name, "Rss:").replaceAll("\\D", ""));
	}

	/** How the system was told that a file is read, by two letters each. */
	private List<String> flags(String name) throws IOException {
		return List.of(known(name, "VmFlags:").split(" ", -1));
	}

	private String known(String name, String what) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("/proc/self/smaps"))) {
			return lines.dropWhile((line) -> !line.endsWith(this.folder.resolve(name).toString()))
				.filter((line) -> line.startsWith(what))
				.findFirst()
				.orElseThrow();
		}
	}

}
