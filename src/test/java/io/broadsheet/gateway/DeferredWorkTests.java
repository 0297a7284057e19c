package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import graphql.execution.SimpleDataFetcherExceptionHandler;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor.Chain;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

/** When deferred work begins, what its failure is, and when it ends. */
class DeferredWorkTests {

	private static final String SCHEMA = """
			type Query { page: Page! }
			type Page { head: String slow: String late: Page broken: String! then: Page }
			""";

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final CompletableFuture<Void> begun = new CompletableFuture<>();

	private final CompletableFuture<Map<String, String>> late = new CompletableFuture<>();

	private RunningOperation operation = new RunningOperation(() -> {
	});

	private final CompletableFuture<String> sentBefore = new CompletableFuture<>();

	@Test
	void theHeadIsSentBeforeWorkOnTheRestBegins() throws Exception {
		ask("{ page { head ... @defer { slow } } }", this.response);

		assertThat(this.sentBefore.get(5, TimeUnit.SECONDS)).contains("\"head\":\"lines\"").endsWith("\r\n--graphql");
		assertThat(PartsMerge.byPaths(PartsMerge.parts(this.response.getContentAsString())))
			.hasToString("{\"page\":{\"head\":\"lines\",\"slow\":\"at last\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "slow broken", "broken slow" })
	void aFragmentThatFailsAsAWholeSaysSoAndSparesTheRest(String fields) throws Exception {
		ask("{ page { head ... @defer(label: \"a\") { " + fields + " } ... @defer { then { head } } } }",
				this.response);

		assertThat(this.response.getContentAsString()).contains("\"data\":null,\"path\":[\"page\"],\"label\":\"a\"",
				"\"path\":[\"page\",\"broken\"]", "\"then\":{\"head\":\"lines\"}");
	}

	@Test
	void workEndsWhenTheClientLeaves() throws Exception {
		MockHttpServletResponse left = new MockHttpServletResponse() {
			@Override
			public ServletOutputStream getOutputStream() {
				return new Closing(DeferredWorkTests.this.begun::isDone);
			}
		};

		assertThatThrownBy(() -> ask("{ page { head ... @defer { late { slow } } } }", left))
			.isInstanceOf(IOException.class);
		this.late.complete(Map.of());

		assertThat(this.sentBefore).isNotDone();
	}

	@Test
	void workThatTakesTooLongIsToldSo() throws Exception {
		this.operation = new RunningOperation(() -> {
		});
		CompletableFuture<Void> late = this.begun.thenRun(this.operation::late);

		ask("{ page { head ... @defer(label: \"a\") { late { head } } } }", this.response);

		assertThat(late).isDone();
		assertThat(this.response.getContentAsString())
			.contains("\"data\":null,\"path\":[\"page\"],\"label\":\"a\"", "\"code\":\"TIMEOUT\"", "\"hasNext\":false")
			.endsWith("--graphql--\r\n");
	}

	private void ask(String query, MockHttpServletResponse response) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql");
		request.setContentType("application/json");
		request.addHeader("Accept", "multipart/mixed");
		request
			.setContent("{\"query\":\"%s\"}".formatted(query.replace("\"", "\\\"")).getBytes(StandardCharsets.UTF_8));
		EventStreamWriter events = new EventStreamWriter(new LiveConnections(Clock.systemUTC()),
				new EventStreamSettings(Duration.ofSeconds(1)), Clock.systemUTC());
		new GraphQlServlet(handler(), mock(SharedAnswers.class), events, Tracer.NOOP, new Random(1)).service(request,
				response);
	}

	private WebGraphQlHandler handler() {
		GraphQlSource source = GraphQlSource.schemaResourceBuilder()
			.schemaResources(new ByteArrayResource(SCHEMA.getBytes(StandardCharsets.UTF_8)))
			.configureRuntimeWiring((wiring) -> wiring
				.type("Query", (type) -> type.dataFetcher("page", (environment) -> Map.of("head", "lines")))
				.type("Page",
						(type) -> type.dataFetcher("slow", (environment) -> slow())
							.dataFetcher("late", (environment) -> late())
							.dataFetcher("then", (environment) -> Map.of("head", "lines"))))
			.configureGraphQl((engine) -> engine
				.queryExecutionStrategy(new DeferringStrategy(new SimpleDataFetcherExceptionHandler())))
			.build();
		return WebGraphQlHandler.builder(new DefaultExecutionGraphQlService(source))
			.interceptor(new ErrorPresentation(), new Deferral(), this::watched)
			.build();
	}

	private Mono<WebGraphQlResponse> watched(WebGraphQlRequest request, Chain chain) {
		request.configureExecutionInput((input, builder) -> this.operation
			.runs(builder.graphQLContext((context) -> context.put(RunningOperation.class, this.operation)).build()));
		return chain.next(request);
	}

	private String slow() throws IOException {
		this.sentBefore.complete(this.response.isCommitted() ? this.response.getContentAsString() : "");
		return "at last";
	}

	private CompletableFuture<Map<String, String>> late() {
		this.begun.complete(null);
		return this.late;
	}

	/** The body of a response whose client leaves. */
	private static final class Closing extends ServletOutputStream {

		private final Supplier<Boolean> isGone;

		Closing(Supplier<Boolean> isGone) {
			this.isGone = isGone;
		}

		@Override
		public void write(int value) throws IOException {
			if (this.isGone.get()) {
				throw new IOException("Broken pipe");
			}
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

	}

}
