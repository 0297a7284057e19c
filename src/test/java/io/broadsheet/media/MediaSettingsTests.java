package io.broadsheet.media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class MediaSettingsTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(MediaConfiguration.class);

	@Test
	void tenMegabytesAreTakenUnlessTheNewsroomDecidesOtherwise() {
		this.application.run((context) -> assertThat(context.getBean(MediaSettings.class).maxSize())
			.isEqualTo(DataSize.ofMegabytes(10)));
		this.application.withPropertyValues("broadsheet.media.max-size=2MB")
			.run((context) -> assertThat(context.getBean(MediaSettings.class).maxSize())
				.isEqualTo(DataSize.ofMegabytes(2)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0B", "-1B", "16MB" })
	void aSizeThatCannotBeIsToldInASentence(String size) {
		this.application.withPropertyValues("broadsheet.media.max-size=" + size)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("broadsheet.media.max-size is ")
				.hasMessageEndingWith("it must be from 1B to 15MB."));
	}

}
