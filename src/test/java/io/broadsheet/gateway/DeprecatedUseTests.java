package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** Who still asks for what is deprecated. */
class DeprecatedUseTests {

	private static final String SCHEMA = """
			type Query { page: Page, old: Int @deprecated(reason: "new") }
			interface Page { title: String @deprecated(reason: "headline"), headline: String }
			type Story implements Page { title: String, headline: String, next: Story }
			""";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final GraphQlSource source = GraphQlSource.schemaResourceBuilder()
		.schemaResources(new ByteArrayResource(SCHEMA.getBytes(StandardCharsets.UTF_8)))
		.defaultTypeResolver((environment) -> environment.getSchema().getObjectType("Story"))
		.instrumentation(List.of(new DeprecatedUse(this.meters)))
		.build();

	@Test
	void useIsCountedByFieldClientAndVersion() {
		ask("{ old page { headline title } }", new ClientName("app", "1"));
		ask("{ page { ...F } } fragment F on Page { ... on Page { title } }", new ClientName("app", "2"));
		ask("{ page { headline ... on Story { title } } }", new ClientName("app", "3"));

		assertThat(count("Query.old", "app", "1")).isOne();
		assertThat(count("Page.title", "app", "1")).isOne();
		assertThat(count("Page.title", "app", "2")).isOne();
		assertThat(this.meters.getMeters()).hasSize(3);
	}

	@Test
	void clientsBeyondTheFirstHundredAreCountedTogether() {
		for (int n = 0; n < 150; n++) {
			ask("{ old }", new ClientName("app", String.valueOf(n)));
		}

		assertThat(this.meters.getMeters()).hasSize(101);
		assertThat(count("Query.old", "other", "other")).isEqualTo(50);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			graphql-client-name, reader app, graphql-client-version, 1.2, reader app/1.2
			apollographql-client-name, reader, apollographql-client-version, 1.2, reader/1.2
			graphql-client-name, 'a\tb<c>', x, y, a?b?c?/unknown
			x, y, z, z, unknown/unknown
			""")
	void clientsNameThemselvesByHeaders(String name, String value, String other, String otherValue, String client) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(name, value);
		headers.add(other, otherValue);

		assertThat(ClientName.of(headers::getFirst)).hasToString(client);
	}

	private void ask(String document, ClientName client) {
		this.source.graphQl()
			.execute((input) -> input.query(document).graphQLContext(Map.of(ClientName.class, client)));
	}

	private double count(String field, String client, String version) {
		return this.meters.counter(DeprecatedUse.METRIC, "field", field, "client", client, "version", version).count();
	}

}
