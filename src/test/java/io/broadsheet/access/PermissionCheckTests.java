package io.broadsheet.access;

import java.util.Map;
import java.util.Set;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionCheckTests {

	private final GraphQL newsroom = GraphQL
		.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
				directive @requiresPermission(permission: Permission!) on FIELD_DEFINITION
				enum Permission { EDIT PUBLISH ADMINISTER }
				type Query {
				  open: String
				  secret: String @requiresPermission(permission: PUBLISH)
				}
				"""),
				RuntimeWiring.newRuntimeWiring().directive(PermissionCheck.DIRECTIVE, new PermissionCheck()).build()))
		.build();

	@Test
	void whoMayIsAnswered() {
		assertThat(ask(new Viewer("Nell", Set.of(Permission.PUBLISH), null)).<Object>getData())
			.isEqualTo(Map.of("open", "o", "secret", "s"));
	}

	@Test
	void whoMayNotIsToldWhichPermissionIsMissing() {
		ExecutionResult result = ask(new Viewer("Nell", Set.of(Permission.EDIT), null));

		assertThat(result.<Map<String, Object>>getData()).containsEntry("open", "o").containsEntry("secret", null);
		assertThat(result.getErrors()).singleElement()
			.asString()
			.contains("secret needs the permission PUBLISH, which Nell does not have.");
	}

	@Test
	void aReaderIsToldToSignIn() {
		assertThat(ask(Viewer.READER).getErrors()).singleElement().asString().contains("PUBLISH", "sign in");
	}

	private ExecutionResult ask(Viewer viewer) {
		return this.newsroom.execute(ExecutionInput.newExecutionInput("{ open secret }")
			.root(Map.of("open", "o", "secret", "s"))
			.graphQLContext(Map.of(Viewer.class, viewer))
			.build());
	}

}
