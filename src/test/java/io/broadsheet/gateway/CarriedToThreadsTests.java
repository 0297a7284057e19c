package io.broadsheet.gateway;

import java.util.concurrent.atomic.AtomicReference;

import io.broadsheet.store.RequestPatience;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

class CarriedToThreadsTests {

	private final ContextSnapshotFactory carried = GatewayConfiguration.carriedToThreads();

	@Test
	void thatItIsARequestIsKnownToWhoFetchesItsFields() {
		assertThat(onThread(RequestPatience.KEY, true)).isEqualTo(true);
	}

	@Test
	void whatIsObservedIsKnownToWhoFetchesItsFields() {
		Observation observation = Observation.createNotStarted("page", ObservationRegistry.create());

		assertThat(onThread(ObservationThreadLocalAccessor.KEY, observation)).isEqualTo(observation);
	}

	@Test
	void whoAsksIsNot() {
		assertThat(onThread(SecurityContext.class.getName(), new SecurityContextImpl())).isNull();
	}

	private @Nullable Object onThread(String key, Object value) {
		AtomicReference<@Nullable Object> seen = new AtomicReference<>();
		this.carried.captureFrom(Context.of(key, value))
			.wrap(() -> seen.set(this.carried.captureAll().updateContext(Context.empty()).getOrDefault(key, null)))
			.run();
		return seen.get();
	}

}
