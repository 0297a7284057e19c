package io.broadsheet.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DocumentFormatTests {

	@ParameterizedTest
	@ValueSource(strings = { """
			{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
				{"id": "one", "name": "One", "type": "query", "body": "query One { a }"},
				{"id": "two", "name": "Two", "type": "query", "body": "query Two { b }"}]}""", """
			{"one": "query One { a }", "two": "query Two { b }"}""", """
			[["one", "query One { a }"], ["two", "query Two { b }"]]""" })
	void apollosManifestAndMapsAndPairsAreToldApart(String text) {
		assertThat(DocumentFormat.read("documents.json", text))
			.isEqualTo(Map.of("one", "query One { a }", "two", "query Two { b }"));
	}

	@Test
	void aDocumentAsItIsIsNamedByItsFile() {
		assertThat(DocumentFormat.read("front-page.graphql", "{ a }")).isEqualTo(Map.of("front-page", "{ a }"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"one":                       | it is not valid JSON, at line 1
			5                             | it is neither a map nor a list of documents
			{"one": 5}                    | an entry of it is no document with an id (entry 1)
			[["one", "{a}"], ["two"]]     | an entry of it is no document with an id (entry 2)
			{"operations": [{"id": "x"}]} | an entry of it is no document with an id (entry 1)
			""")
	void whatIsNoneOfThemIsToldWhy(String text, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> DocumentFormat.read("documents.json", text))
			.withMessageStartingWith(reason);
	}

}
