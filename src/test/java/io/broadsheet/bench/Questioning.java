package io.broadsheet.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.broadsheet.GraphQlClient;
import io.broadsheet.graph.NodeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a gateway one question after the other, and tells what each kind costs it.
 */
final class Questioning {

	private static final int WARM_UP = 1500;

	private static final int MEASURED = 150;

	private static final int ROUNDS = 5;

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final ServerProcess gateway;

	Questioning(ServerProcess gateway) {
		this.gateway = gateway;
	}

	boolean isReady() {
		return send(HttpRequest.newBuilder(this.gateway.address("/actuator/health/readiness")).build())
			.statusCode() == 200;
	}

	/** The headline of an article, read by its id. */
	String headline(NodeId id) {
		JsonNode answer = ask(new ArchiveQuestions.Request(
				"query Headline($id: ID!) { article(by: {id: $id}) { headline } }", Map.of("id", id.value())));
		return answer.at("/data/article/headline").asString();
	}

	/**
	 * What kinds of questions cost. All are asked before any is measured, so that what
	 * answers them is compiled.
	 */
	List<Cost> costs(Map<String, Supplier<ArchiveQuestions.Request>> kinds) throws IOException {
		kinds.forEach((name, kind) -> median(kind, WARM_UP));
		List<Cost> costs = new ArrayList<>();
		for (Map.Entry<String, Supplier<ArchiveQuestions.Request>> kind : kinds.entrySet()) {
			costs.add(cost(kind.getKey(), kind.getValue()));
		}
		return costs;
	}

	/** The least of some rounds, since what else the machine does only adds to it. */
	private Cost cost(String name, Supplier<ArchiveQuestions.Request> kind) throws IOException {
		double cpu = Double.MAX_VALUE;
		double median = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			Duration before = this.gateway.cpuWithoutCompilers();
			median = Math.min(median, median(kind, MEASURED));
			Duration taken = this.gateway.cpuWithoutCompilers().minus(before);
			cpu = Math.min(cpu, taken.toNanos() / 1e6 / MEASURED);
		}
		return new Cost(name, cpu, median);
	}

	private double median(Supplier<ArchiveQuestions.Request> kind, int times) {
		double[] millis = new double[times];
		for (int i = 0; i < times; i++) {
			ArchiveQuestions.Request request = kind.get();
			long start = System.nanoTime();
			ask(request);
			millis[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(millis);
		return millis[times / 2];
	}

	private JsonNode ask(ArchiveQuestions.Request request) {
		String body = this.json.writeValueAsString(request);
		JsonNode answer = this.json.readTree(send(HttpRequest.newBuilder(this.gateway.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build()).body());
		if (answer.has("errors")) {
			throw new IllegalStateException(body + answer);
		}
		return answer;
	}

	private HttpResponse<String> send(HttpRequest request) {
		return GraphQlClient.send(this.http, request);
	}

	/**
	 * What one question costs.
	 *
	 * @param kind its kind
	 * @param cpu the gateway's processor time without its compilers', in milliseconds
	 * @param median how long the answer takes, in milliseconds
	 */
	record Cost(String kind, double cpu, double median) {
	}

}
