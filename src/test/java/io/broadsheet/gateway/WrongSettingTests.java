package io.broadsheet.gateway;

import java.util.Objects;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** A wrong setting ends the start with one sentence. */
class WrongSettingTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					broadsheet.time-zone=Mars       | BROADSHEET_TIME_ZONE (broadsheet.time-zone) is "Mars", but it must be a time zone such as UTC or Europe/Berlin.
					broadsheet.production=perhaps   | BROADSHEET_PRODUCTION (broadsheet.production) is "perhaps", but it must be true or false.
					broadsheet.site-url=a b         | BROADSHEET_SITE_URL (broadsheet.site-url) is "a b", but it must be an address such as https://news.example.
					broadsheet.site-url=news        | BROADSHEET_SITE_URL (broadsheet.site-url) is "news"; it must be an address such as https://news.example.
					broadsheet.site-url=ftp://x.org | BROADSHEET_SITE_URL (broadsheet.site-url) is "ftp://x.org"; it must be an address such as https://news.example.
					broadsheet.cors-origins=x.org   | BROADSHEET_CORS_ORIGINS (broadsheet.cors-origins) has "x.org"; each must be an origin such as https://news.example, without a path.
					broadsheet.cors-origins=http://x.org/y | BROADSHEET_CORS_ORIGINS (broadsheet.cors-origins) has "http://x.org/y"; each must be an origin such as https://news.example, without a path.
					""")
	void itIsNamedWithItsValueAndWhatWouldBeRight(String setting, String sentence) {
		assertThat(sentence(setting)).endsWith(sentence);
	}

	@Test
	void aBlankNameIsNamed() {
		assertThat(sentence("broadsheet.site-name= ")).contains("BROADSHEET_SITE_NAME", "must not be blank");
	}

	@Test
	void moreMemoryForAnswersThanJavaHasIsNamedWithHowToGiveItMore() {
		assertThat(sentence("broadsheet.cache.size=9000TB")).startsWith("The setting BROADSHEET_CACHE_SIZE")
			.contains("-XX:MaxDirectMemorySize");
	}

	private String sentence(String setting) {
		String[] sentence = new String[1];
		this.application.withPropertyValues(setting).run((context) -> {
			Throwable failure = Objects.requireNonNull(context.getStartupFailure());
			FailureAnalysis analysis = Objects.requireNonNull(new WrongSetting().analyze(failure));
			sentence[0] = analysis.getDescription();
		});
		return sentence[0];
	}

	@EnableConfigurationProperties({ Site.class, GatewaySettings.class, CacheSettings.class })
	static class Settings {

	}

}
