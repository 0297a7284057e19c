package io.broadsheet.gateway;

import java.time.Duration;
import java.util.List;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how long shared caches may keep answers.
 *
 * @param maxAge the longest time, for answers of which the schema says nothing shorter; 0
 * keeps caches from keeping anything
 * @param stale how long they may go on with an old answer while they fetch a new one
 * @param tagHeaders the headers that tell what is in an answer
 */
@Validated
@ConfigurationProperties("broadsheet.cache")
record CacheSettings(@DefaultValue("5m") @DurationMin(millis = 0) Duration maxAge,
		@DefaultValue("1m") @DurationMin(millis = 0) Duration stale, @DefaultValue( {
				"Surrogate-Key", "Cache-Tag" }) List<String> tagHeaders){

	CacheSettings {
		tagHeaders = List.copyOf(tagHeaders);
	}

}
