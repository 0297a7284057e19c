package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;

import graphql.GraphQL;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.RuntimeWiring;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OperationInstrumentationTests {

	@Test
	void objectsAreToldToWhoListensToThem() {
		Objects objects = new Objects();
		GraphQL engine = GraphQL.newGraphQL(schema())
			.instrumentation(new OperationInstrumentation(List.of(new SimplePerformantInstrumentation(), objects)))
			.build();

		assertThat(engine.execute("{ story { headline section { name } } }").getErrors()).isEmpty();
		assertThat(objects.seen).containsExactly("/story", "/story/section");
	}

	@Test
	void whoListensToEveryFieldIsRefused() {
		List<Instrumentation> all = List.of(new Objects(), new Fields());

		assertThatIllegalArgumentException().isThrownBy(() -> new OperationInstrumentation(all))
			.withMessage("Fields listens to every field, of which none is told here.");
	}

	private static GraphQLSchema schema() {
		return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
				type Query { story: Story }
				type Story { headline: String section: Section }
				type Section { name: String }
				"""),
				RuntimeWiring.newRuntimeWiring()
					.type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("story", (it) -> "story"))
					.type(TypeRuntimeWiring.newTypeWiring("Story").dataFetcher("section", (it) -> "section"))
					.build());
	}

	static class Objects extends SimplePerformantInstrumentation {

		private final List<String> seen = new ArrayList<>();

		@Override
		public ExecuteObjectInstrumentationContext beginExecuteObject(
				InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
			this.seen.add(parameters.getExecutionStrategyParameters().getPath().toString());
			return ExecuteObjectInstrumentationContext.NOOP;
		}

	}

	static class Fields extends SimplePerformantInstrumentation {

		@Override
		public InstrumentationContext<Object> beginFieldExecution(InstrumentationFieldParameters parameters,
				InstrumentationState state) {
			return SimpleInstrumentationContext.noOp();
		}

	}

}
