package io.broadsheet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the schema against its committed snapshot. A change that breaks clients is named
 * in {@code schema-breaks.txt} by the commit that makes it; after any change
 * {@code mvn test -Dtest=SchemaSnapshotTests -Dschema.refresh=true} refreshes the
 * snapshot, unless something breaks that is not named.
 */
class SchemaSnapshotTests {

	private static final Path SNAPSHOT = Path.of("src/test/resources/schema-snapshot.graphqls");

	private static final Path BREAKS = Path.of("src/test/resources/schema-breaks.txt");

	@Test
	void whatBreaksClientsIsNamedAndTheSnapshotIsFresh() throws IOException {
		String schema = schema();

		List<String> unnamed = breaks(Files.readString(SNAPSHOT), schema);
		unnamed.removeAll(Files.readAllLines(BREAKS));
		assertThat(unnamed).as("breaking changes that %s does not name", BREAKS).isEmpty();

		if (Boolean.getBoolean("schema.refresh")) {
			Files.writeString(SNAPSHOT, schema);
		}
		assertThat(schema).as("the schema has changed: mvn test -Dtest=SchemaSnapshotTests -Dschema.refresh=true")
			.isEqualTo(Files.readString(SNAPSHOT));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			type Query { a: Int }                           | MISSING Query.b
			type Query { a: Int, b(x: Int): String }        | INVALID Query.b
			type Query { a: Int, b(x: Int!): Int }          | STRICTER Query.b
			type Query { a: Int, b: Int }                   | MISSING Query.b
			type Query { a: Int, b(x: Int): Int, c: Int }   | -
			type Query { a: Int!, b(x: Int): Int }          | -
			""")
	void whatBreaksIsTold(String changed, String name) {
		List<String> breaks = breaks("type Query { a: Int, b(x: Int): Int }", changed);

		assertThat(breaks).isEqualTo((name != null) ? List.of(name) : List.of());
	}

	private static List<String> breaks(String before, String after) {
		CapturingReporter reporter = new CapturingReporter();
		int _ = new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, after), reporter);
		return new ArrayList<>(reporter.getBreakages().stream().map(SchemaSnapshotTests::name).distinct().toList());
	}

	private static String name(DiffEvent event) {
		return "%s %s%s".formatted(event.getCategory(), event.getTypeName(),
				(event.getFieldName() != null) ? "." + event.getFieldName() : "");
	}

	static String schema() {
		StringWriter text = new StringWriter();
		assertThat(new CommandLine(new SchemaCommand()).setOut(new PrintWriter(text)).execute()).isZero();
		return text.toString();
	}

}
