package io.broadsheet.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyFileTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void theKeyIsMadeOnceForItsOwnerAlone() throws IOException {
		Path file = this.folder.resolve("new").resolve("development.key");

		SecretKey made = KeyFile.open(file);

		assertThat(KeyFile.open(file)).isEqualTo(made);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void aKeyThatOthersCouldReadIsTakenFromThem() throws IOException {
		Path file = this.folder.resolve("development.key");
		KeyFile.open(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

		KeyFile.open(file);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void whoeverComesAtTheSameTimeGetsTheSameKey() {
		Path file = this.folder.resolve("development.key");

		Set<SecretKey> keys = IntStream.range(0, 20)
			.parallel()
			.mapToObj((n) -> KeyFile.open(file))
			.collect(Collectors.toSet());

		assertThat(keys).hasSize(1);
	}

	@Test
	void aDamagedFileIsNamedWithWhatToDo() throws IOException {
		Path file = this.folder.resolve("development.key");
		Files.writeString(file, "not a key");

		assertThatExceptionOfType(UnusableKey.class).isThrownBy(() -> KeyFile.open(file))
			.withMessage("The file %s is damaged. Delete it: a new key is made at the next start.", file);
	}

}
