package io.broadsheet.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.Broadsheet;
import io.broadsheet.HttpGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends traces to a collector, which is this test. */
class TraceExportTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	/** Spans are sent in batches, every five seconds. */
	private static final Duration SOON = Duration.ofSeconds(30);

	/** OTLP messages; in a text of single bytes, names and ids can be looked for. */
	private final Queue<String> received = new ConcurrentLinkedQueue<>();

	@TempDir
	private Path folder = Path.of("");

	@Test
	void aCallersTraceLeadsToWhatWasAskedOfTheStore() throws Exception {
		HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		collector.createContext("/v1/traces", this::receive);
		collector.start();
		try (ServletWebServerApplicationContext gateway = start(collector.getAddress().getPort())) {
			assertThat(ask(new HttpGateway(port(gateway))).body()).contains("\"article\":null");

			Awaitility.await().atMost(SOON).until(() -> {
				String spans = String.join("", this.received);
				return spans.contains(bytes(TRACE)) && spans.contains("graphql query") && spans.contains(".articles");
			});
		}
		finally {
			collector.stop(0);
		}
	}

	@Test
	void whatIsToldOfAnErrorLeadsToItsTrace() throws Exception {
		HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		collector.createContext("/v1/traces", this::receive);
		collector.start();
		try (ServletWebServerApplicationContext gateway = start(collector.getAddress().getPort(),
				"--management.tracing.sampling.probability=1")) {
			String told = new HttpGateway(port(gateway)).ask("{ node(id: \"none\") { id } }", Map.of())
				.at("/errors/0/extensions/traceId")
				.asString();

			Awaitility.await().atMost(SOON).until(() -> String.join("", this.received).contains(bytes(told)));
		}
		finally {
			collector.stop(0);
		}
	}

	private ServletWebServerApplicationContext start(int collectorPort, String... settings) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Broadsheet.class).run(Stream
			.concat(Stream.of("--server.port=0", "--broadsheet.sample=false", "--broadsheet.data-dir=" + this.folder,
					"--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:%d/v1/traces"
						.formatted(collectorPort)),
					Stream.of(settings))
			.toArray(String[]::new));
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private static HttpResponse<String> ask(HttpGateway gateway) throws IOException, InterruptedException {
		HttpRequest question = HttpRequest.newBuilder(gateway.address("/graphql"))
			.header("Content-Type", "application/json")
			.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
			.POST(BodyPublishers.ofString("{\"query\": \"{ article(by: {slug: \\\"traced\\\"}) { headline } }\"}"))
			.build();
		return HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
	}

	private static int port(ServletWebServerApplicationContext gateway) {
		return Objects.requireNonNull(gateway.getWebServer()).getPort();
	}

	/** As it stands in a message. */
	private static String bytes(String traceId) {
		return new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
	}

}
