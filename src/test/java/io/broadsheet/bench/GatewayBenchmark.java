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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
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
 * and is measured twice: with every request executed, and with what it keeps in memory
 * (hot).
 *
 * <p>
 * Executed article pages are of many articles in turn, of which the gateway remembers
 * what stands beside 20,000, so that in the end both read what they know. The server made
 * by hand takes the newest of the section for related stories, which costs it nothing.
 */
class GatewayBenchmark {

	private static final int ARTICLES = Integer.getInteger("bench.articles", 20_000);

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

	private final Costs costs = new Costs();

	@TempDir
	private Path folder;

	/** A page and the load of it. */
	private record Page(String name, Load load, String query, Map<String, ?> variables) {

		Page with(Load other) {
			return new Page(this.name, other, this.query, this.variables);
		}

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
			String uri = store.uri();
			Map<String, String> settings = Map.of("BROADSHEET_MONGODB_URI", uri, "BROADSHEET_SITE_URL", SITE,
					"BROADSHEET_DATA_DIR", this.folder.resolve("data").toString());
			ServerProcess.run(List.of("-jar", JAR.toString(), "import", this.folder.resolve("content").toString()),
					settings, this.folder.resolve("import.log"));
			try (ServerProcess gateway = gateway(with(settings, "BROADSHEET_CACHE_SIZE", "0B"))) {
				for (Page page : List.of(article, front)) {
					Files.writeString(bytesOf(page), ask(gateway, page));
				}
				measure("gateway", gateway, article, front);
				for (Page page : List.of(article, front)) {
					this.costs.measureHalfLoad("gateway, " + page.name(), gateway, page.load());
				}
				System.out.printf("The gateway has %d MB in memory under load%n", gateway.residentMegabytes());
			}
			try (ServerProcess gateway = gateway(settings)) {
				measureHot(gateway, article, front);
			}
			try (ServerProcess made = handMade(uri)) {
				assertThat(ask(made, article)).contains("\"related\"").doesNotContain("\"errors\"");
				measure("made by hand", made, article, front);
			}
			for (Page page : List.of(article, front)) {
				try (ServerProcess bare = handler(BareHandler.class, page)) {
					measure("bare handler", bare, page);
				}
				try (ServerProcess free = handler(FrameworkFreeHandler.class, page)) {
					measure("framework-free handler", free, page);
				}
			}
		}
		compare();
	}

	/** From memory: as it is, compressed, and to who has it already. */
	private void measureHot(ServerProcess gateway, Page... pages) throws IOException, InterruptedException {
		for (Page page : pages) {
			List<Map<String, ?>> one = List.of(page.variables());
			measure("hot", gateway, page.with(Load.of(page.query(), one, this.folder)));
			measure("hot, compressed", gateway,
					page.with(Load.of(page.query(), one, Map.of("Accept-Encoding", "gzip"), this.folder)));
			String path = "/graphql?query=" + encoded(page.query()) + "&variables="
					+ encoded(this.json.writeValueAsString(page.variables()));
			String tag = get(gateway, path).headers().firstValue("ETag").orElseThrow();
			measure("hot, not modified", gateway, page.with(Load.of(path, Map.of("If-None-Match", tag), this.folder)));
		}
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
		ServerProcess gateway = ServerProcess.start(List.of("@" + Path.of("src", "main", "jvm.options"), "-jar",
				JAR.toString(), "--server.port=" + port, "--server.address=127.0.0.1"), settings, port,
				this.folder.resolve("gateway.log"));
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> get(gateway, "/actuator/health/readiness").statusCode() == 200);
		return gateway;
	}

	private ServerProcess handMade(String uri) throws IOException {
		int port = ServerProcess.freePort();
		return ServerProcess.start(program(HandMadeServer.class, String.valueOf(port), uri, SITE), Map.of(), port,
				this.folder.resolve("made.log"));
	}

	private ServerProcess handler(Class<?> server, Page page) throws IOException {
		int port = ServerProcess.freePort();
		return ServerProcess.start(program(server, String.valueOf(port), bytesOf(page).toString()), Map.of(), port,
				this.folder.resolve(server.getSimpleName() + ".log"));
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

	/**
	 * Measures a server that is warm for all of its pages, whichever comes first: what
	 * they have in common is compiled anew once it is used in more than one way.
	 */
	private void measure(String name, ServerProcess server, Page... pages) throws IOException, InterruptedException {
		if (pages.length > 1) {
			for (Page page : pages) {
				this.costs.warm(server, page.load());
			}
		}
		for (Page page : pages) {
			this.costs.measure(name + ", " + page.name(), server, page.load());
		}
	}

	private void compare() throws IOException {
		Baseline baseline = Baseline.read();
		this.costs.print(ARTICLES + " articles", baseline);
		if (System.getProperty("bench.accept") != null) {
			Baseline.accept(this.costs.ratios());
		}
		else {
			assertThat(baseline.regressions(this.costs.ratios())).isEmpty();
		}
	}

}
