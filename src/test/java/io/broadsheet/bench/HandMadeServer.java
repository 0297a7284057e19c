package io.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.bson.Document;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody would write by hand for two pages and nothing else: graphql-java in a
 * servlet, authors, topics and sections in memory, documents read from the store each
 * time. No lists but the newest, no errors told, no limits. It reads nothing of what the
 * gateway stores for its own use, such as HTML. Arguments: the port, the store's address,
 * the address of the site.
 */
final class HandMadeServer {

	private static final String SCHEMA = """
			type Query { article(by: Key!): Article articles(first: Int): Articles! }
			input Key { slug: String! }
			type Articles { totalCount: Int! nodes: [Article!]! }
			type Article { slug: String! url: String! headline: String! brief: String publishedAt: String!
			  readingTime: ReadingTime! breadcrumbs: [Breadcrumb!]! body: Body! section: Named authors: [Named!]!
			  topics: [Named!]! related(first: Int): [Related!] }
			type Body { html: String! }
			type ReadingTime { minutes: Int! label: String! }
			type Breadcrumb { name: String! url: String! }
			type Named { slug: String! name: String! }
			type Related { article: Article! }
			""";

	private static final int RELATED = 5;

	private static final int WORDS_A_MINUTE = 238;

	private final MongoCollection<Document> articles;

	private final Map<String, Document> named = new HashMap<>();

	private final List<String> newest = new ArrayList<>();

	private final Map<String, List<String>> ofSection = new HashMap<>();

	private final String site;

	private final Parser markdown = Parser.builder().build();

	private final HtmlRenderer html = HtmlRenderer.builder().build();

	private HandMadeServer(MongoDatabase store, String site) {
		this.articles = store.getCollection("articles");
		this.site = site;
		for (String collection : List.of("authors", "topics", "sections")) {
			store.getCollection(collection).find().forEach((one) -> this.named.put(one.getString("_id"), one));
		}
		List<Document> all = this.articles.find()
			.projection(Projections.include("publishedAt", "section"))
			.into(new ArrayList<>());
		all.sort(Comparator.comparing((Document one) -> one.getDate("publishedAt")).reversed());
		for (Document one : all) {
			this.newest.add(one.getString("_id"));
			this.ofSection.computeIfAbsent(one.getString("section"), (section) -> new ArrayList<>())
				.add(one.getString("_id"));
		}
	}

	public static void main(String[] args) throws LifecycleException {
		MongoClient client = MongoClients.create(args[1]);
		GraphQL engine = new HandMadeServer(client.getDatabase("broadsheet"), args[2]).engine();
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(Path.of(System.getProperty("java.io.tmpdir")).toString());
		Connector connector = new Connector();
		connector.setPort(Integer.parseInt(args[0]));
		connector.setProperty("address", "127.0.0.1");
		connector.setProperty("maxKeepAliveRequests", "-1");
		connector.getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		tomcat.setConnector(connector);
		StandardContext context = (StandardContext) tomcat.addContext("", null);
		Tomcat.addServlet(context, "graphql", new Endpoint(engine)).addMapping("/graphql");
		tomcat.start();
		tomcat.getServer().await();
	}

	private GraphQL engine() {
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
			.type(TypeRuntimeWiring.newTypeWiring("Query")
				.dataFetcher("article", this::article)
				.dataFetcher("articles", this::articles))
			.type(TypeRuntimeWiring.newTypeWiring("Article")
				.dataFetcher("url", (it) -> url(source(it)))
				.dataFetcher("publishedAt", (it) -> source(it).getDate("publishedAt").toInstant().toString())
				.dataFetcher("readingTime", (it) -> readingTime(source(it)))
				.dataFetcher("breadcrumbs", (it) -> breadcrumbs(source(it)))
				.dataFetcher("body", (it) -> body(source(it)))
				.dataFetcher("section", (it) -> this.named.get(source(it).getString("section")))
				.dataFetcher("authors", named("authors"))
				.dataFetcher("topics", named("topics"))
				.dataFetcher("related", (it) -> related(source(it))))
			.build();
		return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring))
			.preparsedDocumentProvider(new Parsed())
			.build();
	}

	private Document article(DataFetchingEnvironment environment) {
		Map<String, String> key = Objects.requireNonNull(environment.getArgument("by"));
		return Objects.requireNonNull(this.articles.find(Filters.eq("addresses", key.get("slug")))
			.projection(Projections.exclude("html"))
			.first());
	}

	private Map<String, ?> articles(DataFetchingEnvironment environment) {
		int first = Objects.requireNonNull(environment.<Integer>getArgument("first"));
		return Map.of("totalCount", this.newest.size(), "nodes", read(this.newest.subList(0, first)));
	}

	private List<Document> read(List<String> ids) {
		Map<String, Document> found = new HashMap<>();
		this.articles.find(Filters.in("_id", ids))
			.projection(Projections.exclude("markdown", "html"))
			.forEach((one) -> found.put(one.getString("_id"), one));
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private List<Map<String, Document>> related(Document article) {
		List<String> ids = Objects.requireNonNull(this.ofSection.get(article.getString("section")))
			.stream()
			.filter((id) -> !id.equals(article.getString("_id")))
			.limit(RELATED)
			.toList();
		return read(ids).stream().map((one) -> Map.of("article", one)).toList();
	}

	private DataFetcher<List<Document>> named(String field) {
		return (environment) -> source(environment).getList(field, String.class)
			.stream()
			.map(this.named::get)
			.filter(Objects::nonNull)
			.toList();
	}

	private List<Map<String, String>> breadcrumbs(Document article) {
		Document section = Objects.requireNonNull(this.named.get(article.getString("section")));
		return List.of(Map.of("name", "Home", "url", this.site),
				Map.of("name", section.getString("name"), "url", this.site + "/sections/" + section.getString("slug")),
				Map.of("name", article.getString("headline"), "url", url(article)));
	}

	private Map<String, String> body(Document article) {
		return Map.of("html", this.html.render(this.markdown.parse(article.getString("markdown"))));
	}

	private static Map<String, ?> readingTime(Document article) {
		int words = article.get("reading", Document.class).getInteger("words");
		int minutes = Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
		return Map.of("minutes", minutes, "label", minutes + " min read");
	}

	private String url(Document article) {
		return this.site + "/articles/" + article.getString("slug");
	}

	private static Document source(DataFetchingEnvironment environment) {
		return Objects.requireNonNull(environment.getSource());
	}

	/** Documents that were parsed before. */
	private static final class Parsed implements PreparsedDocumentProvider {

		private final Map<String, CompletableFuture<PreparsedDocumentEntry>> parsed = new ConcurrentHashMap<>();

		@Override
		public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
				Function<ExecutionInput, PreparsedDocumentEntry> parse) {
			return this.parsed.computeIfAbsent(input.getQuery(),
					(query) -> CompletableFuture.completedFuture(parse.apply(input)));
		}

	}

	/** GraphQL by POST. */
	private static final class Endpoint extends HttpServlet {

		private static final long serialVersionUID = 1;

		private final transient GraphQL engine;

		private final transient JsonMapper json = JsonMapper.builder().build();

		Endpoint(GraphQL engine) {
			this.engine = engine;
		}

		@Override
		protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
			Request asked = this.json.readValue(request.getInputStream(), Request.class);
			Map<String, Object> answer = this.engine
				.execute(ExecutionInput.newExecutionInput(asked.query()).variables(asked.variables()).build())
				.toSpecification();
			byte[] body = this.json.writeValueAsBytes(answer);
			response.setContentType("application/json");
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}

	}

	private record Request(String query, Map<String, Object> variables) {
	}

}
