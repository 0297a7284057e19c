package io.broadsheet.gateway;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much the gateway does at once before it sends clients away.
 *
 * @param concurrent how many operations are worked on at once, the others waiting; 0 for
 * eight for each processor
 * @param inFlight how many are worked on or wait at most
 * @param latency fewer are let in once they take longer than this
 * @param bodies how much of bodies is in memory at once
 * @param grace how long what is in flight may take when the gateway is to stop
 */
@Validated
@ConfigurationProperties("broadsheet.load")
record LoadSettings(@DefaultValue("0") @PositiveOrZero int concurrent, @DefaultValue("1000") @Positive int inFlight,
		@DefaultValue("2s") @DurationMin(millis = 1) Duration latency, @DefaultValue("64MB") DataSize bodies,
		@DefaultValue("15s") @DurationMin(millis = 0) Duration grace) {

	private static final int FOR_EACH_PROCESSOR = 8;

	/** How many operations are worked on at once. */
	int workers() {
		return (this.concurrent > 0) ? this.concurrent
				: FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
	}

}
