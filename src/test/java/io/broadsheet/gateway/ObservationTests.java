package io.broadsheet.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.micrometer.tracing.Tracer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class ObservationTests {

	private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");

	@Autowired
	private GraphQlClient client;

	@Test
	void requestsAreMeasuredByTheNamesOfTheirOperations() {
		this.client.ask("query MeasuredFront { articles(first: 1) { totalCount } }");

		assertThat(metrics()).containsPattern(
				"graphql_request_seconds_count\\{[^}]*graphql_operation_name=\"MeasuredFront\"[^}]*} [1-9]");
	}

	@Test
	void namesOfOperationsAreToldApartUpToABound() {
		NamedOperations operations = new NamedOperations();

		for (int n = 0; n < 200; n++) {
			assertThat(operations.bounded("Operation" + n)).isEqualTo("Operation" + n);
		}
		assertThat(operations.bounded("Another")).isEqualTo("other");
		assertThat(operations.bounded("Operation7")).isEqualTo("Operation7");
		assertThat(operations.bounded(null)).isEqualTo("anonymous");
	}

	@Test
	void everyQueryOfTheDashboardNamesAMetricThatThereIs() throws IOException {
		this.client
			.ask("query Dashboard { nodes(ids: [\"AAAAAAAAAAAAAAAAA\"]) { id } articles(first: 1) { totalCount } }");
		String metrics = metrics();
		JsonNode dashboard = JsonMapper.builder()
			.build()
			.readTree(Files.readString(Path.of("src", "main", "grafana", "broadsheet.json")));
		Set<String> missing = new TreeSet<>();
		int queries = 0;
		for (JsonNode panel : dashboard.get("panels")) {
			for (JsonNode target : panel.get("targets")) {
				queries++;
				named(target.get("expr").asString()).stream()
					.filter((metric) -> !metrics.contains("\n" + metric + "{")
							&& !metrics.contains("\n" + metric + " "))
					.forEach(missing::add);
			}
		}

		assertThat(queries).isGreaterThan(15);
		assertThat(missing).isEmpty();
	}

	@Test
	void eachRequestIsOneLineWithoutWhatAReaderWrote(CapturedOutput output) {
		this.client.ask("query LoggedSearch($words: String!) { search(query: $words) { totalCount } }",
				Map.of("words", "secretwords"));

		List<String> lines = Awaitility.await()
			.until(() -> output.getAll().lines().filter((line) -> line.contains("LoggedSearch")).toList(),
					(logged) -> !logged.isEmpty());
		assertThat(lines).singleElement()
			.asString()
			.containsPattern("LoggedSearch [0-9a-f]{16} cost \\d+ \\w+ in \\d+ ms")
			.doesNotContain("secretwords");
	}

	@Test
	void noTracesAreMadeThatNobodyIsSent(@Autowired ObjectProvider<Tracer> tracer) {
		assertThat(tracer.stream()).isEmpty();
	}

	@Test
	void infoSaysWhichVersionAndCommitRuns() {
		String info = get("/actuator/info");

		assertThat(info).contains("\"version\":\"").containsPattern("\"commit\":\\{\"id\":\"[0-9a-f]{7,}");
	}

	@Test
	void probesSayWhy() {
		assertThat(get("/actuator/health/liveness")).contains("\"status\":\"UP\"");
		for (String probe : List.of("startup", "readiness")) {
			assertThat(get("/actuator/health/" + probe)).contains("\"status\":\"UP\"", "\"store\"", "\"index\"");
		}
	}

	private static Set<String> named(String query) {
		Set<String> names = new TreeSet<>();
		Matcher matcher = METRIC.matcher(query.replaceAll("by \\([^)]*\\)", "").replaceAll("\\{[^}]*}", ""));
		while (matcher.find()) {
			if (!"histogram_quantile".equals(matcher.group())) {
				names.add(matcher.group());
			}
		}
		return names;
	}

	private String metrics() {
		return get("/actuator/prometheus");
	}

	private String get(String path) {
		return this.client.send(HttpRequest.newBuilder(this.client.address(path)).build()).body();
	}

}
