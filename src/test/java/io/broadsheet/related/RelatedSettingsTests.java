package io.broadsheet.related;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class RelatedSettingsTests {

	@Test
	void halfOfWhatPassesHasPassedAfterTheHalfLife() {
		RelatedSettings settings = new RelatedSettings(Duration.ofDays(10), 0.4, 0);
		assertThat(settings.decay(0)).isEqualTo(1);
		assertThat(settings.decay(Duration.ofDays(-10).toMillis())).isCloseTo(0.7, within(1e-9));
		assertThat(settings.decay(Duration.ofDays(36_000).toMillis())).isCloseTo(0.4, within(1e-9));
	}

	@Test
	void whatCannotBeIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RelatedSettings(Duration.ZERO, 0.4, 0))
			.withMessage("broadsheet.related.half-life is PT0S; it must be from 1m to 36525d.");
		assertThatIllegalArgumentException().isThrownBy(() -> new RelatedSettings(Duration.ofDays(1), 1.1, 0))
			.withMessage("broadsheet.related.timeless is 1.1; it must be from 0 to 1.");
		assertThatIllegalArgumentException().isThrownBy(() -> new RelatedSettings(Duration.ofDays(1), 0, -1))
			.withMessage("broadsheet.related.remembered is -1; it must be from 0 to 1000000.");
	}

}
