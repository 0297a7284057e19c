package io.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.apollographql.apollo.compiler.ApolloCompiler;
import com.apollographql.apollo.compiler.CodegenOptions;
import com.apollographql.apollo.compiler.CodegenSchemaOptions;
import com.apollographql.apollo.compiler.InputFile;
import com.apollographql.apollo.compiler.IrOptions;
import com.apollographql.apollo.compiler.OptionsKt;
import com.apollographql.apollo.compiler.TargetLanguage;
import com.apollographql.apollo.compiler.codegen.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients on Android are generated from the schema by Apollo Kotlin's compiler. */
class ApolloKotlinTests {

	@Test
	void everyExampleBecomesAClientInKotlinWithoutAWarning(@TempDir Path folder) throws IOException {
		Path schema = Files.writeString(folder.resolve("schema.graphqls"), SchemaSnapshotTests.schema());
		List<String> warnings = new ArrayList<>();

		List<String> clients = compile(schema, examples(), warnings);

		assertThat(warnings).isEmpty();
		assertThat(clients).contains("ArticlePageQuery.kt", "RecordShareMutation.kt");
	}

	private static List<String> compile(Path schema, List<InputFile> operations, List<String> warnings) {
		IrOptions asUsual = OptionsKt.buildIrOptions(null, null, null, null, null, null, null, null, null);
		CodegenOptions kotlin = OptionsKt.buildCodegenOptions(TargetLanguage.KOTLIN_1_9, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				"client", null);
		return ApolloCompiler.INSTANCE
			.buildSchemaAndOperationsSources(List.of(file(schema)), operations, new CodegenSchemaOptions(), asUsual,
					kotlin, null, null, null, null, null, null, warnings::add, null)
			.getFiles()
			.stream()
			.map(SourceFile::getName)
			.toList();
	}

	private static List<InputFile> examples() throws IOException {
		try (Stream<Path> examples = Files.list(Path.of("schema/examples"))) {
			return examples.filter((path) -> path.toString().endsWith(".graphql"))
				.map(ApolloKotlinTests::file)
				.toList();
		}
	}

	private static InputFile file(Path path) {
		return new InputFile(path.toFile(), path.getFileName().toString());
	}

}
