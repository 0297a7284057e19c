package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.ExecutionStrategyInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.incremental.IncrementalExecutionResult;
import graphql.schema.GraphQLObjectType;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Tells in {@code extensions.cost} what an operation was taken to cost and what it did
 * cost, to clients that ask by the header {@code GraphQL-Cost: report}.
 */
@Component
class CostReport extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	static final String HEADER = "GraphQL-Cost";

	private final CostLimit costs;

	CostReport(CostLimit costs) {
		this.costs = costs;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if ("report".equalsIgnoreCase(request.getHeaders().getFirst(HEADER))) {
			request.configureExecutionInput((input, builder) -> builder
				.graphQLContext((GraphQLContext.Builder context) -> context.put(CostReport.class, true))
				.build());
		}
		return chain.next(request);
	}

	private static boolean isAsked(GraphQLContext context) {
		return context.getBoolean(CostReport.class, false);
	}

	@Override
	public ExecutionStrategyInstrumentationContext beginExecutionStrategy(
			InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
		count(parameters, false);
		return ExecutionStrategyInstrumentationContext.NOOP;
	}

	@Override
	public ExecuteObjectInstrumentationContext beginExecuteObject(InstrumentationExecutionStrategyParameters parameters,
			InstrumentationState state) {
		count(parameters, true);
		return ExecuteObjectInstrumentationContext.NOOP;
	}

	private void count(InstrumentationExecutionStrategyParameters parameters, boolean object) {
		GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
		if (!isAsked(context)) {
			return;
		}
		Cost cost = context.get(Cost.class);
		CostModel model = this.costs.model(parameters.getExecutionContext().getGraphQLSchema());
		ExecutionStrategyParameters executed = parameters.getExecutionStrategyParameters();
		if (executed.getExecutionStepInfo().getUnwrappedNonNullType() instanceof GraphQLObjectType type) {
			cost.actual().add(object ? model.object(type) : 0);
			executed.getFields()
				.getSubFieldsList()
				.stream()
				.map(MergedField::getName)
				.map((name) -> model.field(type, name))
				.filter(Objects::nonNull)
				.forEach((field) -> cost.actual().add(field.weight()));
		}
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		Cost cost = parameters.getGraphQLContext().get(Cost.class);
		if (cost == null || !isAsked(parameters.getGraphQLContext()) || result instanceof IncrementalExecutionResult) {
			return CompletableFuture.completedFuture(result);
		}
		Map<Object, Object> extensions = new LinkedHashMap<>(
				Objects.requireNonNullElse(result.getExtensions(), Map.of()));
		extensions.put("cost", cost.report());
		return CompletableFuture.completedFuture(result.transform((builder) -> builder.extensions(extensions)));
	}

}
