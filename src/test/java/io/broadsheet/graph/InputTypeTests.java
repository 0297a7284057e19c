package io.broadsheet.graph;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputTypeTests {

	@Test
	void recordsAreMadeOfWhatIsGivenAndNullOfTheRest() {
		Map<String, Object> given = Map.of("name", "Ada", "unit", "DAYS", "since",
				OffsetDateTime.parse("2026-05-14T10:00:00+02:00"), "inner", List.of(Map.of("name", "Eve")));
		assertThat(read(Outer.class, given)).isEqualTo(new Outer("Ada", null, TimeUnit.DAYS,
				Instant.parse("2026-05-14T08:00:00Z"), List.of(new Inner("Eve"))));
	}

	@Test
	void nullIsTakenAsItIsGiven() {
		assertThat(read(Inner.class, new HashMap<>(Collections.singletonMap("name", null)))).isEqualTo(new Inner(null));
	}

	@Test
	void whatARecordSaysOfItsValuesIsSaid() {
		String id = NodeId.named('A', "one").value();
		assertThat(read(Key.class, Map.of("id", id))).isEqualTo(new Key(id));
		assertThatExceptionOfType(Problem.BadUserInput.class).isThrownBy(() -> read(Key.class, Map.of("id", "?")));
	}

	@Test
	void otherTypesAreTheFrameworks() {
		assertThat(InputType.of(Optional.class)).isNull();
		assertThat(InputType.of(WithPrimitive.class)).isNull();
	}

	private static @Nullable Object read(Class<?> type, Object value) {
		return Objects.requireNonNull(InputType.of(type)).read(value);
	}

	private record Outer(String name, @Nullable Integer count, TimeUnit unit, Instant since, List<Inner> inner) {
	}

	private record Inner(@Nullable String name) {
	}

	private record Key(String id) {

		Key {
			new NodeId(id);
		}

	}

	private record WithPrimitive(int count) {
	}

}
