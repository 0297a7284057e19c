package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;
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
	void resultIsHandedFromOneToTheNext() {
		GraphQL engine = GraphQL.newGraphQL(schema())
			.instrumentation(new OperationInstrumentation(List.of(new Signature("a"), new Signature("b"))))
			.build();

		assertThat(engine.execute("{ story { headline } }").getExtensions()).containsEntry("signed", "ab");
	}

	@Test
	void whoeverWaitsForTheEndIsToldOfIt() {
		List<String> ended = new ArrayList<>();
		GraphQL engine = GraphQL.newGraphQL(schema())
			.instrumentation(new OperationInstrumentation(
					List.of(new Ends("a", ended), new SimplePerformantInstrumentation(), new Ends("b", ended))))
			.build();

		engine.execute("{ story { headline } }");
		assertThat(ended).containsExactly("a", "b");
	}

	@Test
	void stateIsKnownToWhomItBelongsTo() {
		Stateful stateful = new Stateful();
		GraphQL engine = GraphQL.newGraphQL(schema())
			.instrumentation(new OperationInstrumentation(List.of(new Objects(), stateful)))
			.build();

		engine.execute("{ story { headline } }");
		assertThat(stateful.seen).isNotNull().isSameAs(stateful.made);
	}

	@Test
	void secondStateIsRefused() {
		List<Instrumentation> all = List.of(new Stateful(), new Stateful());

		assertThatIllegalArgumentException().isThrownBy(() -> new OperationInstrumentation(all))
			.withMessage("Only one instrumentation can have a state.");
	}

	@Test
	void whoListensToEveryFieldIsRefused() {
		List<Instrumentation> all = List.of(new Objects(), new Fields());

		assertThatIllegalArgumentException().isThrownBy(() -> new OperationInstrumentation(all))
			.withMessage("Fields listens to beginFieldExecution, of which nobody is told here.");
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

	static class Signature extends SimplePerformantInstrumentation {

		private final String name;

		Signature(String name) {
			this.name = name;
		}

		@Override
		public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
				InstrumentationExecutionParameters parameters, InstrumentationState state) {
			Object before = (result.getExtensions() != null) ? result.getExtensions().get("signed") : "";
			return CompletableFuture
				.completedFuture(result.transform((builder) -> builder.addExtension("signed", before + this.name)));
		}

	}

	static class Ends extends SimplePerformantInstrumentation {

		private final String name;

		private final List<String> ended;

		Ends(String name, List<String> ended) {
			this.name = name;
			this.ended = ended;
		}

		@Override
		public InstrumentationContext<ExecutionResult> beginExecuteOperation(
				InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
			return SimpleInstrumentationContext.whenCompleted((result, error) -> this.ended.add(this.name));
		}

	}

	static class Stateful extends SimplePerformantInstrumentation {

		private @Nullable InstrumentationState made;

		private @Nullable InstrumentationState seen;

		@Override
		public CompletableFuture<InstrumentationState> createStateAsync(
				InstrumentationCreateStateParameters parameters) {
			this.made = new InstrumentationState() {
			};
			return CompletableFuture.completedFuture(this.made);
		}

		@Override
		public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
				InstrumentationState state) {
			this.seen = state;
			return SimpleInstrumentationContext.noOp();
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
