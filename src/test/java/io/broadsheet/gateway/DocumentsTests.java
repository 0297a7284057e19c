package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.parser.Parser;
import io.broadsheet.access.Permission;
import io.broadsheet.access.Viewer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers may send in each mode, and which of several ids counts. */
@ExtendWith(OutputCaptureExtension.class)
class DocumentsTests {

	private static final String TRUSTED = "query Front { page }";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			OFF         | query Front { page }            | ok
			OFF         | { page }                        | ok
			LOG_UNKNOWN | { page }                        | ok
			ONLY_KNOWN  | query Front { page }            | ok
			ONLY_KNOWN  | query Front {  page, } # mine   | ok
			ONLY_KNOWN  | { page }                        | FORBIDDEN
			ONLY_KNOWN  | { __schema { types { name } } } | FORBIDDEN
			ONLY_KNOWN  | { nonsense                      | FORBIDDEN
			REQUIRE_ID  | query Front { page }            | FORBIDDEN
			REQUIRE_ID  | { page }                        | FORBIDDEN
			""")
	void readersMaySendWhatTheModeAllows(DocumentMode mode, String document, String code) {
		assertThat(code(ask(mode, document, Map.of(), Viewer.READER))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "ONLY_KNOWN", "REQUIRE_ID" })
	void editorsMaySendAll(DocumentMode mode) {
		Viewer editor = new Viewer("Nell", Set.of(Permission.EDIT), null);

		assertThat(code(ask(mode, "{ page }", Map.of(), editor))).isEqualTo("ok");
	}

	@Test
	void anIdIsEnoughInEveryMode() {
		for (DocumentMode mode : DocumentMode.values()) {
			assertThat(code(ask(mode, DocumentIds.NO_TEXT, Map.of("documentId", "front"), Viewer.READER)))
				.isEqualTo("ok");
			assertThat(code(ask(mode, DocumentIds.NO_TEXT, persisted(TRUSTED), Viewer.READER))).isEqualTo("ok");
		}
	}

	@Test
	void anIdThatIsNotKnownIsNotFound() {
		assertThat(code(ask(DocumentMode.OFF, DocumentIds.NO_TEXT, Map.of("documentId", "back"), Viewer.READER)))
			.isEqualTo("PERSISTED_QUERY_NOT_FOUND");
	}

	@Test
	void theDocumentIdCountsBeforeTheHash() {
		Map<String, Object> both = Map.of("documentId", "other", "persistedQuery",
				persisted(TRUSTED).get("persistedQuery"));

		assertThat(ask(DocumentMode.OFF, DocumentIds.NO_TEXT, both, Viewer.READER).getData().toString())
			.isEqualTo("{other=2}");
	}

	@Test
	void whatWasPersistedByItselfIsStillUnknown() {
		assertThat(code(ask(DocumentMode.ONLY_KNOWN, "{ page }", persisted("{ page }"), Viewer.READER)))
			.isEqualTo("FORBIDDEN");
	}

	@Test
	void anUnknownDocumentIsLoggedOnceAndCounted(CapturedOutput output) {
		GraphQlSource source = source(DocumentMode.LOG_UNKNOWN);
		ask(source, "{\n\tpage\n}", Map.of(), Viewer.READER);
		ask(source, "{\n\tpage\n}", Map.of(), Viewer.READER);
		ask(source, TRUSTED, Map.of(), Viewer.READER);

		assertThat(output).containsOnlyOnce("The client app/2 sent a document that is not trusted")
			.contains("{ page }");
		assertThat(this.meters.counter("broadsheet.documents.unknown").count()).isEqualTo(2);
	}

	private ExecutionResult ask(DocumentMode mode, String document, Map<String, Object> extensions, Viewer viewer) {
		return ask(source(mode), document, extensions, viewer);
	}

	private static ExecutionResult ask(GraphQlSource source, String document, Map<String, Object> extensions,
			Viewer viewer) {
		return source.graphQl()
			.execute((input) -> input.query(document)
				.extensions(extensions)
				.graphQLContext(Map.of(Viewer.class, viewer, ClientName.class, new ClientName("app", "2"))));
	}

	private GraphQlSource source(DocumentMode mode) {
		TrustedDocuments trusted = new TrustedDocuments();
		trusted.replace(List.of(document("front", TRUSTED), document("other", "{ other }")));
		Documents documents = new Documents(mode, trusted, new UnknownDocuments(this.meters));
		return GraphQlSource.schemaResourceBuilder()
			.schemaResources(
					new ByteArrayResource("type Query { page: Int, other: Int }".getBytes(StandardCharsets.UTF_8)))
			.configureRuntimeWiring((wiring) -> wiring.type("Query",
					(type) -> type.dataFetcher("page", (environment) -> 1).dataFetcher("other", (environment) -> 2)))
			.configureGraphQl((engine) -> engine.preparsedDocumentProvider(documents))
			.build();
	}

	private static TrustedDocument document(String id, String text) {
		return new TrustedDocument(id, text, Parser.parse(text));
	}

	private static Map<String, Object> persisted(String document) {
		return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", TrustedDocument.hash(document)));
	}

	private static String code(ExecutionResult result) {
		return result.getErrors().isEmpty() ? "ok" : code(result.getErrors().getFirst());
	}

	private static String code(GraphQLError error) {
		return String.valueOf(error.getExtensions().get("code"));
	}

}
