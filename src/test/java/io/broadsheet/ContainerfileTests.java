package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be said of the image without a container engine. */
class ContainerfileTests {

	private static final Pattern MODULE_OPTION = Pattern.compile("--[a-z-]+=ALL-UNNAMED|--add-[a-z]+");

	/**
	 * Java uses an ahead-of-time cache only with the options for modules that it was made
	 * with, and says nothing that stops a start.
	 */
	@Test
	void theImageStartsWithTheOptionsThatItsCacheWasMadeWith() throws IOException {
		String image = read("docker", "Containerfile");
		String training = read("docker", "train");

		assertThat(training).contains("\"@$folder/jvm.options\"");
		assertThat(image).contains("JDK_JAVA_OPTIONS=@app/jvm.options");
		assertThat(List.of(image, training, read("jvm.options")))
			.allSatisfy((text) -> assertThat(text).doesNotContainPattern(MODULE_OPTION));
	}

	private static String read(String... path) throws IOException {
		return Files.readString(Path.of("src/main", path));
	}

}
