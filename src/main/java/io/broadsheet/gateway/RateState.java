package io.broadsheet.gateway;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.github.bucket4j.ConsumptionProbe;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * How much a client has left, as the IETF's draft on rate limit headers writes it; in the
 * GraphQL context under its class.
 *
 * @param policy what is limited: {@code cost} or {@code strict}
 * @param quota how much a client has in a minute
 * @param remaining how much of it is left
 * @param full after how many seconds it has all of it again
 * @param retry after how many seconds to try again, if it was refused
 */
record RateState(String policy, long quota, long remaining, long full, @Nullable Long retry) {

	static RateState of(String policy, long quota, ConsumptionProbe probe) {
		return new RateState(policy, quota, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()),
				probe.isConsumed() ? null : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
	}

	private static long seconds(long nanos) {
		return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
	}

	/**
	 * Writes it into headers.
	 * @param headers sets one, by its name and value
	 */
	void writeTo(BiConsumer<String, String> headers) {
		headers.accept("RateLimit-Policy",
				"\"%s\";q=%d;w=%d".formatted(this.policy, this.quota, Allowance.WINDOW.toSeconds()));
		headers.accept("RateLimit", "\"%s\";r=%d;t=%d".formatted(this.policy, this.remaining, this.full));
		if (this.retry != null) {
			headers.accept(HttpHeaders.RETRY_AFTER, String.valueOf(this.retry));
		}
	}

}
