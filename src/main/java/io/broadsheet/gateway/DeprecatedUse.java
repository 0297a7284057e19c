package io.broadsheet.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import io.broadsheet.graph.Caches;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts who still asks for deprecated fields, in the metric
 * {@code broadsheet.deprecated.fields} by {@code field}, {@code client} and
 * {@code version}. Clients name themselves, so that all beyond the first hundred names
 * are counted as {@code other}.
 */
@Component
class DeprecatedUse extends SimplePerformantInstrumentation {

	static final String METRIC = "broadsheet.deprecated.fields";

	private static final int MOST_CLIENTS = 100;

	private static final ClientName OTHER = new ClientName("other", "other");

	private final Set<ClientName> clients = ConcurrentHashMap.newKeySet();

	/** By the operation itself, which stays the same while its document is known. */
	private final Cache<OperationDefinition, Set<String>> fields = Caches.newBuilder().weakKeys().build();

	private final MeterRegistry meters;

	DeprecatedUse(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		Set<String> deprecated = this.fields.get(context.getOperationDefinition(), (operation) -> DeprecatedFields
			.in(operation, context.getFragmentsByName(), context.getGraphQLSchema()));
		if (!deprecated.isEmpty()) {
			context.getGraphQLContext().put(DeprecatedUse.class, deprecated);
			count(deprecated, ClientName.in(context.getGraphQLContext()));
		}
		return SimpleInstrumentationContext.noOp();
	}

	/** A client asked for deprecated fields. */
	void count(Set<String> deprecated, ClientName name) {
		ClientName client = bounded(name);
		deprecated.forEach((field) -> this.meters
			.counter(METRIC, "field", field, "client", client.name(), "version", client.version())
			.increment());
	}

	private ClientName bounded(ClientName client) {
		if (this.clients.size() < MOST_CLIENTS) {
			this.clients.add(client);
		}
		return this.clients.contains(client) ? client : OTHER;
	}

}
