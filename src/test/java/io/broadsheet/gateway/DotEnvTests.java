package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings have the same names in {@code .env} as in the environment. */
class DotEnvTests {

	@TempDir
	private Path folder;

	@Test
	void aNameOfTheEnvironmentIsUnderstood() throws IOException {
		assertThat(site("BROADSHEET_SITE_URL=https://from-file.example\nBROADSHEET_SITE_NAME=The Bell\n"))
			.extracting((site) -> site.siteUrl().toString(), Site::siteName)
			.containsExactly("https://from-file.example", "The Bell");
	}

	@Test
	void anOptionOfTheCommandLineWins() throws IOException {
		assertThat(site("BROADSHEET_SITE_NAME=The Bell\n", "--broadsheet.site-name=The Clapper").siteName())
			.isEqualTo("The Clapper");
	}

	private Site site(String content, String... options) throws IOException {
		Path file = Files.writeString(this.folder.resolve(".env"), content);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
			.web(WebApplicationType.NONE)
			.run(Stream
				.concat(Stream.of("--spring.config.import=optional:file:" + file + "[.properties]"), Stream.of(options))
				.toArray(String[]::new))) {
			return context.getBean(Site.class);
		}
	}

	@EnableConfigurationProperties(Site.class)
	static class Settings {

	}

}
