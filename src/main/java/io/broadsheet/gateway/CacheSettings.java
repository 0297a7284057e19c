package io.broadsheet.gateway;

import java.time.Duration;
import java.util.List;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long answers may be kept, by this instance and by shared caches.
 *
 * @param size how much memory this instance keeps answers in, most of it outside the
 * heap; 0 keeps none
 * @param maxAge the longest time, for answers of which the schema says nothing shorter; 0
 * keeps caches from keeping anything
 * @param stale how long they may go on with an old answer while they fetch a new one
 * @param tagHeaders the headers that tell what is in an answer
 */
@Validated
@ConfigurationProperties("broadsheet.cache")
record CacheSettings(@DefaultValue("64MB") DataSize size, @DefaultValue("5m") @DurationMin(millis = 0) Duration maxAge,
		@DefaultValue("1m") @DurationMin(millis = 0) Duration stale, @DefaultValue( {
				"Surrogate-Key", "Cache-Tag" }) List<String> tagHeaders){

	CacheSettings {
		tagHeaders = List.copyOf(tagHeaders);
		if (size.isNegative()) {
			throw new IllegalArgumentException(
					"broadsheet.cache.size is %s; it must be 0 or more, such as 64MB.".formatted(size));
		}
		DataSize most = DataSize.ofBytes(OffHeapMemory.most());
		if (size.compareTo(most) > 0) {
			throw new IllegalArgumentException(
					"broadsheet.cache.size is %s; Java has %s outside the heap, and more by -XX:MaxDirectMemorySize."
						.formatted(size, most));
		}
	}

	/** How many bytes the answers themselves may take. */
	long roomForAnswers() {
		return this.size.toBytes() - 2 * roomForRequests();
	}

	/**
	 * How many bytes may be taken by what is known of requests: by how they were spelled,
	 * and as much again by what was replied to them.
	 */
	long roomForRequests() {
		return this.size.toBytes() / 8;
	}

}
