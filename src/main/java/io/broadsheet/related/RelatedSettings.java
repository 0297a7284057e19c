package io.broadsheet.related;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the newsroom decides about related stories.
 *
 * @param halfLife after how long between two stories half of what passes with time has
 * passed; short for a newsroom that lives by the day, long for a magazine
 * @param timeless what part of a story's worth never passes, from 0 to 1
 * @param remembered how many articles' related stories are kept in memory, about 1 KB
 * each; of the newest so many they are ranked ahead
 */
@ConfigurationProperties("broadsheet.related")
record RelatedSettings(@DefaultValue("240d") Duration halfLife, @DefaultValue("0.4") double timeless,
		@DefaultValue("20000") int remembered) {

	private static final Duration LONGEST = Duration.ofDays(36_525);

	private static final int MOST_REMEMBERED = 1_000_000;

	RelatedSettings {
		if (halfLife.compareTo(Duration.ofMinutes(1)) < 0 || halfLife.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"broadsheet.related.half-life is %s; it must be from 1m to 36525d.".formatted(halfLife));
		}
		if (!(timeless >= 0 && timeless <= 1)) {
			throw new IllegalArgumentException(
					"broadsheet.related.timeless is %s; it must be from 0 to 1.".formatted(timeless));
		}
		if (remembered < 0 || remembered > MOST_REMEMBERED) {
			throw new IllegalArgumentException("broadsheet.related.remembered is %d; it must be from 0 to %d."
				.formatted(remembered, MOST_REMEMBERED));
		}
	}

	/**
	 * What is left of a story's worth beside another.
	 * @param millis the time between them
	 */
	double decay(long millis) {
		double halvings = (double) Math.abs(millis) / this.halfLife.toMillis();
		return this.timeless + (1 - this.timeless) * Math.pow(0.5, halvings);
	}

}
