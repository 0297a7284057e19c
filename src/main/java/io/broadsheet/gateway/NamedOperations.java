package io.broadsheet.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import graphql.language.OperationDefinition;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.observation.DefaultExecutionRequestObservationConvention;
import org.springframework.graphql.observation.ExecutionRequestObservationContext;

/**
 * Measures requests by the names of their operations. Clients choose the names, so only
 * the first that are seen are told apart.
 */
class NamedOperations extends DefaultExecutionRequestObservationConvention {

	private static final String KEY = "graphql.operation.name";

	private static final int TOLD_APART = 200;

	private static final int LONGEST = 80;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	@Override
	public KeyValues getLowCardinalityKeyValues(ExecutionRequestObservationContext context) {
		return super.getLowCardinalityKeyValues(context).and(KeyValue.of(KEY, bounded(name(context))));
	}

	/** The name is known by then, so that it is not told a second time. */
	@Override
	public KeyValues getHighCardinalityKeyValues(ExecutionRequestObservationContext context) {
		return KeyValues.of(executionId(context));
	}

	/** The name under which an operation is measured. */
	String bounded(@Nullable String name) {
		if (name == null || name.isEmpty()) {
			return "anonymous";
		}
		if (this.known.contains(name)) {
			return name;
		}
		if (this.known.size() >= TOLD_APART || name.length() > LONGEST) {
			return "other";
		}
		this.known.add(name);
		return name;
	}

	private static @Nullable String name(ExecutionRequestObservationContext context) {
		if (context.getExecutionContext() != null) {
			OperationDefinition operation = context.getExecutionContext().getOperationDefinition();
			return operation.getName();
		}
		return null;
	}

}
