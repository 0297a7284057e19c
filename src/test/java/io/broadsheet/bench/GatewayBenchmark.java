package io.broadsheet.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures what the gateway costs a request beside a handler without a framework, a bare
 * handler in the gateway's own framework, and a server made by hand for two pages: all
 * over the same documents in one run, in processor time as the operating system counts
 * it. Run by {@code mvn verify -Pbench}; {@code -Dbench.articles=N} for another size,
 * {@code -Dbench.seconds=N} for longer rounds, {@code -Dbench.accept} to take what was
 * measured as the baseline. The gateway runs with the options that it is documented with,
 * twice: one executes every request, one answers from what it keeps in memory.
 *
 * <p>
 * Executed article pages are of many articles in turn, of which the gateway remembers
 * what stands beside 20,000, so that in the end both read what they know. The server made
 * by hand takes the newest of the section for related stories, which costs it nothing.
 */
class GatewayBenchmark {

	private static final int ARTICLES = Integer.getInteger("bench.articles", 20_000);

	private static final int TURNS = 5;

	private static final Path JAR = Path.of("target", "broadsheet.jar");

	private static final String SITE = "https://tollingford.example";

	private static final String ARTICLE_PAGE = """
			query ArticlePage($slug: String!) { article(by: {slug: $slug}) {
			  slug url headline brief publishedAt readingTime { minutes label } breadcrumbs { name url }
			  section { slug name } authors { slug name } topics { slug name } body { html }
			  related(first: 5) { article { slug url headline publishedAt authors { name } } } } }
			""";

	private static final String FRONT_PAGE = """
			query FrontPage($first: Int) { articles(first: $first) { totalCount nodes {
			  slug url headline brief publishedAt readingTime { label } section { slug name } authors { slug name }
			  topics { slug name } } } }
			""";

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final Deque<ServerProcess> servers = new ArrayDeque<>();

	@TempDir
	private Path folder;

	/** A page and the load of it. */
	private record Page(String name, Load load, String query, Map<String, ?> variables) {
	}

	@AfterEach
	void stopServers() {
		this.servers.forEach(ServerProcess::close);
	}

	@Test
	void aRequestCostsWhatItDid() throws IOException, InterruptedException {
		BenchmarkContent content = new BenchmarkContent(ARTICLES);
		content.writeTo(this.folder.resolve("content"));
		List<String> slugs = content.slugs();
		Page article = new Page("article",
				Load.of(ARTICLE_PAGE, slugs.stream().map((one) -> Map.of("slug", one)).toList(), this.folder),
				ARTICLE_PAGE, Map.of("slug", slugs.getFirst()));
		Page front = new Page("front", Load.of(FRONT_PAGE, List.of(Map.of("first", 20)), this.folder), FRONT_PAGE,
				Map.of("first", 20));
		try (StoreProcess store = StoreProcess.start("1g", this.folder)) {
			measure(store.uri(), List.of(article, front));
		}
	}

	private void measure(String uri, List<Page> pages) throws IOException, InterruptedException {
		Map<String, String> settings = Map.of("BROADSHEET_MONGODB_URI", uri, "BROADSHEET_SITE_URL", SITE,
				"BROADSHEET_DATA_DIR", this.folder.resolve("data").toString());
		ServerProcess.run(List.of("-jar", JAR.toString(), "import", this.folder.resolve("content").toString()),
				settings, this.folder.resolve("import.log"));
		ServerProcess executing = gateway(with(settings, "BROADSHEET_CACHE_SIZE", "0B"));
		ServerProcess keeping = gateway(settings);
		ServerProcess made = handMade(uri);
		assertThat(ask(made, pages.getFirst())).contains("\"related\"");
		List<Costs.Row> rows = new ArrayList<>();
		for (Page page : pages) {
			Files.writeString(bytesOf(page), ask(executing, page));
			assertThat(ask(made, page)).doesNotContain("\"errors\"");
			rows.addAll(executed(page, executing, made));
			rows.addAll(kept(page, keeping));
		}
		Costs costs = new Costs(rows);
		costs.warm();
		for (int turn = 0; turn < TURNS; turn++) {
			costs.takeTurns();
		}
		Baseline baseline = Baseline.read();
		costs.print(ARTICLES + " articles", baseline);
		for (Page page : pages) {
			System.out.printf("%s: kept %.2f times the bare handler%n", page.name(),
					costs.ratio("kept, " + page.name(), "bare handler, " + page.name()));
		}
		for (Page page : pages) {
			costs.measureHalfLoad("executed, " + page.name(), executing, page.load());
		}
		System.out.printf("The gateway has %d MB in memory under load%n", executing.residentMegabytes());
		if (System.getProperty("bench.accept") != null) {
			Baseline.accept(costs.ratios());
		}
		else {
			assertThat(baseline.regressions(costs.ratios())).isEmpty();
		}
	}

	private static List<Costs.Row> executed(Page page, ServerProcess executing, ServerProcess made) {
		String byHand = "made by hand, " + page.name();
		return List.of(new Costs.Row("executed, " + page.name(), executing, page.load(), byHand),
				new Costs.Row(byHand, made, page.load(), null));
	}

	/** From memory: as it is, compressed, and to who has it already. */
	private List<Costs.Row> kept(Page page, ServerProcess keeping) throws IOException, InterruptedException {
		List<Map<String, ?>> one = List.of(page.variables());
		Load whole = Load.of(page.query(), one, this.folder);
		String path = "/graphql?query=" + encoded(page.query()) + "&variables="
				+ encoded(this.json.writeValueAsString(page.variables()));
		String tag = get(keeping, path).headers().firstValue("ETag").orElseThrow();
		String frameworkFree = "framework-free handler, " + page.name();
		String bare = "bare handler, " + page.name();
		return List.of(new Costs.Row("kept, " + page.name(), keeping, whole, frameworkFree),
				new Costs.Row("kept, compressed, " + page.name(), keeping,
						Load.of(page.query(), one, Map.of("Accept-Encoding", "gzip"), this.folder), frameworkFree),
				new Costs.Row("kept, not modified, " + page.name(), keeping,
						Load.of(path, Map.of("If-None-Match", tag), this.folder), frameworkFree),
				new Costs.Row(frameworkFree, handler(FrameworkFreeHandler.class, page), page.load(), null),
				new Costs.Row(bare, handler(BareHandler.class, page), page.load(), frameworkFree));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Map<String, String> with(Map<String, String> settings, String name, String value) {
		Map<String, String> more = new HashMap<>(settings);
		more.put(name, value);
		return more;
	}

	private ServerProcess gateway(Map<String, String> settings) throws IOException {
		int port = ServerProcess.freePort();
		ServerProcess gateway = started(ServerProcess.start(
				List.of("@" + Path.of("src", "main", "jvm.options"), "-jar", JAR.toString(), "--server.port=" + port,
						"--server.address=127.0.0.1"),
				settings, port, this.folder.resolve("gateway-" + port + ".log")));
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> get(gateway, "/actuator/health/readiness").statusCode() == 200);
		return gateway;
	}

	private ServerProcess handMade(String uri) throws IOException {
		int port = ServerProcess.freePort();
		return started(ServerProcess.start(program(HandMadeServer.class, String.valueOf(port), uri, SITE), Map.of(),
				port, this.folder.resolve("made.log")));
	}

	private ServerProcess handler(Class<?> server, Page page) throws IOException {
		int port = ServerProcess.freePort();
		return started(ServerProcess.start(program(server, String.valueOf(port), bytesOf(page).toString()), Map.of(),
				port, this.folder.resolve(server.getSimpleName() + "-" + page.name() + ".log")));
	}

	private ServerProcess started(ServerProcess server) {
		this.servers.push(server);
		return server;
	}

	private static List<String> program(Class<?> server, String... arguments) {
		List<String> program = new ArrayList<>(
				List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), server.getName()));
		program.addAll(List.of(arguments));
		return program;
	}

	private Path bytesOf(Page page) {
		return this.folder.resolve(page.name() + ".json");
	}

	private HttpResponse<String> get(ServerProcess server, String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(server.address(path)).build(), BodyHandlers.ofString());
	}

	private String ask(ServerProcess server, Page page) throws IOException, InterruptedException {
		return this.http
			.send(HttpRequest.newBuilder(server.address("/graphql"))
				.header("Content-Type", "application/json")
				.header("Accept", "application/json")
				.POST(BodyPublishers.ofString(
						this.json.writeValueAsString(Map.of("query", page.query(), "variables", page.variables()))))
				.build(), BodyHandlers.ofString())
			.body();
	}

}
