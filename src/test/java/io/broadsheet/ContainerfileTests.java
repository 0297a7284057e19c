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
		String image = Files.readString(Path.of("src", "main", "docker", "Containerfile"));

		assertThat(options(image, "ENTRYPOINT")).isEqualTo(options(image, "RUN java -XX:AOTCacheOutput"));
	}

	private static List<String> options(String image, String instruction) {
		String line = image.lines().filter((each) -> each.startsWith(instruction)).findFirst().orElseThrow();
		return MODULE_OPTION.matcher(line).results().map((found) -> found.group()).toList();
	}

}
