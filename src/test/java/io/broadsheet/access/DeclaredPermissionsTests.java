package io.broadsheet.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import graphql.language.Document;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is not for all says in the schema what it needs. */
class DeclaredPermissionsTests {

	/**
	 * Those of editors' fields and of mutations that need no permission, with reasons.
	 */
	private static final Set<String> FOR_ALL = Set.of(
			// Readers share stories.
			"Mutation.shareRecord",
			// Whoever has a link's token may read its draft.
			"Query.preview");

	@Test
	void everyMutationDeclaresThePermissionThatItNeeds() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			assertThat(
					files.filter((file) -> file.toString().endsWith(".graphqls")).map(DeclaredPermissionsTests::parse))
				.flatMap((document) -> undeclared(document, "Mutation"))
				.isEmpty();
		}
	}

	@Test
	void whateverEditorialAddsToOthersTypesDeclaresThePermissionThatItNeeds() {
		Path editorial = Path.of("schema", "editorial.graphqls");
		Document document = Files.exists(editorial) ? parse(editorial) : Document.newDocument().build();

		assertThat(document.getDefinitionsOfType(ObjectTypeExtensionDefinition.class))
			.flatMap((extension) -> undeclared(document, extension.getName()))
			.isEmpty();
	}

	private static List<String> undeclared(Document document, String type) {
		return document.getDefinitionsOfType(ObjectTypeDefinition.class)
			.stream()
			.filter((definition) -> definition.getName().equals(type))
			.flatMap((definition) -> definition.getFieldDefinitions().stream())
			.filter((field) -> !field.hasDirective(PermissionCheck.DIRECTIVE))
			.map((field) -> type + "." + field.getName())
			.filter((field) -> !FOR_ALL.contains(field))
			.toList();
	}

	private static Document parse(Path file) {
		try {
			return Parser.parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
