package io.broadsheet.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import graphql.Scalars;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetchingEnvironment;
import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleBodyGraphTests {

	private static final String QUERY = "extend type Query { body: ArticleBody! readingTime: ReadingTime! }";

	private static final Set<String> TYPES = Set.of("ArticleBody", "Block", "Paragraph", "Heading", "Quote",
			"ListBlock", "ListItem", "ImageBlock", "CodeBlock", "TableBlock", "EmbedBlock", "ThematicBreak",
			"HtmlBlock", "FootnoteBlock", "ReadingTime");

	private static final Site SITE = new Site(URI.create("https://paper.example"), "Paper", ZoneId.of("UTC"));

	private static final ArticleBody BODY = ArticleBody.of("""
			One *two* three[^1].

			## Four

			> Five

			3. Six

			![Seven](/7.png)

			```java
			eight();
			```

			|Nine|
			|-|
			|Ten|

			https://video.example/11

			---

			<details><summary>Twelve</summary></details>

			[^1]: Thirteen
			""", SITE);

	private final List<SchemaReport> reports = new ArrayList<>();

	private final ExecutionGraphQlServiceTester tester = ExecutionGraphQlServiceTester
		.create(new DefaultExecutionGraphQlService(source()));

	@Test
	void everyFieldHasItsAnswer() {
		this.tester
			.document(
					"""
							{ body { markdown html text excerpt short: excerpt(words: 2) blocks {
							  __typename text
							  ... on Paragraph { html } ... on Heading { html level anchor } ... on Quote { html }
							  ... on ListBlock { ordered start items { text html } } ... on ImageBlock { image { url alt decorative caption } }
							  ... on CodeBlock { code language } ... on TableBlock { header rows } ... on EmbedBlock { url }
							  ... on HtmlBlock { html } ... on FootnoteBlock { html number anchor }
							} } readingTime { minutes words label } }
							""")
			.execute()
			.path("body.short")
			.entity(String.class)
			.isEqualTo("One two…")
			.path("body.text")
			.entity(String.class)
			.isEqualTo(BODY.text())
			.path("body.blocks[*].__typename")
			.entityList(String.class)
			.containsExactly("Paragraph", "Heading", "Quote", "ListBlock", "ImageBlock", "CodeBlock", "TableBlock",
					"EmbedBlock", "ThematicBreak", "HtmlBlock", "FootnoteBlock")
			.path("body.blocks[4].image.url")
			.entity(String.class)
			.isEqualTo("https://paper.example/7.png")
			.path("body.blocks[10].number")
			.entity(Integer.class)
			.isEqualTo(1)
			.path("readingTime.label")
			.entity(String.class)
			.isEqualTo("1 min read");
	}

	@Test
	void everyFieldAndArgumentIsMapped() {
		SchemaReport report = this.reports.getFirst();
		assertThat(report.unmappedFields()).noneMatch((field) -> TYPES.contains(field.getTypeName()));
		assertThat(report.fieldNullnessErrors().keySet()).noneMatch((field) -> TYPES.contains(field.getTypeName()));
		assertThat(report.unmappedRegistrations()).isEmpty();
		assertThat(report.unmappedArguments()).isEmpty();
		assertThat(report.argumentNullnessErrors()).isEmpty();
	}

	private GraphQlSource source() {
		StaticApplicationContext context = new StaticApplicationContext();
		context.registerSingleton("controller", ArticleBodyController.class);
		AnnotatedControllerConfigurer controllers = new AnnotatedControllerConfigurer();
		controllers.setApplicationContext(context);
		controllers.afterPropertiesSet();
		return GraphQlSource.schemaResourceBuilder()
			.schemaResources(schema())
			.configureRuntimeWiring(controllers)
			.configureRuntimeWiring((wiring) -> wiring.scalar(ExtendedScalars.Url)
				.scalar(ExtendedScalars.DateTime)
				.scalar(ExtendedScalars.Date)
				.scalar(ExtendedScalars.Json)
				.scalar(ExtendedScalars.newAliasedScalar("LanguageTag").aliasedScalar(Scalars.GraphQLString).build())
				.type("Query",
						(query) -> query.dataFetcher("body", new Constant<>(BODY))
							.dataFetcher("readingTime", new Constant<>(new ReadingTime(1, 20)))))
			.inspectSchemaMappings(this.reports::add)
			.build();
	}

	private static Resource[] schema() {
		try {
			List<Resource> files = new ArrayList<>(
					List.of(new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")));
			files.add(new ByteArrayResource(QUERY.getBytes(StandardCharsets.UTF_8)));
			return files.toArray(Resource[]::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Stands for the article, which has a body and a reading time. */
	private record Constant<T>(T value) implements SelfDescribingDataFetcher<T> {

		@Override
		public String getDescription() {
			return "constant";
		}

		@Override
		public ResolvableType getReturnType() {
			return ResolvableType.forInstance(this.value);
		}

		@Override
		public T get(DataFetchingEnvironment environment) {
			return this.value;
		}

	}

}
