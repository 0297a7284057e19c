package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.incremental.DeferPayload;
import graphql.incremental.DelayedIncrementalPartialResult;
import graphql.incremental.IncrementalPayload;
import io.broadsheet.graph.TraceId;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlResponse;

/** One answer on its way in parts: what the client has got and what it waits for. */
class Delivery {

	private static final String LATE = "This fragment took too long. Ask for less of it, or try again.";

	private final ExecutionInput input;

	private final Map<String, Object> answer;

	private final IncrementalFormat format;

	private final DeferredFragments fragments;

	private final TraceId trace;

	private final DeliveredData delivered = new DeliveredData();

	private boolean isDone;

	Delivery(WebGraphQlResponse answer, IncrementalFormat format) {
		this.input = answer.getExecutionInput();
		GraphQLContext context = this.input.getGraphQLContext();
		this.answer = answer.toMap();
		this.format = format;
		this.fragments = context.get(DeferredFragments.class);
		this.trace = context.get(TraceId.class);
		this.delivered.add(List.of(), this.answer.get("data"));
	}

	/** Whether nothing follows what was told last. */
	boolean isDone() {
		return this.isDone;
	}

	/** Whether the operation was stopped because it takes too long. */
	boolean isLate() {
		RunningOperation operation = operation();
		return operation != null && operation.isStopped();
	}

	/** Ends all work on what is still to come. */
	void stop() {
		this.input.cancel();
		RunningOperation operation = operation();
		if (operation != null) {
			operation.stop();
		}
	}

	private @Nullable RunningOperation operation() {
		return this.input.getGraphQLContext().get(RunningOperation.class);
	}

	/** What is told first. */
	Map<String, Object> first() {
		return this.format.first(this.answer, this.fragments.announce(this.delivered::has), true);
	}

	/**
	 * What is told of a result; null if nothing.
	 * @param result the result, null if there is none because work has ended before its
	 * end
	 */
	@Nullable Map<String, Object> next(@Nullable DelayedIncrementalPartialResult result) {
		this.isDone = result == null || !result.hasNext();
		List<DeliveredFragment> parts = (result != null) ? parts(result) : failed();
		List<DeferredFragment> announced = this.fragments.announce(this.delivered::has);
		return (parts.isEmpty() && !this.isDone) ? null : this.format.next(announced, parts, !this.isDone);
	}

	/** What belongs to an object that failed is for nobody. */
	private List<DeliveredFragment> parts(DelayedIncrementalPartialResult result) {
		List<DeliveredFragment> parts = new ArrayList<>();
		for (IncrementalPayload payload : Objects.requireNonNullElse(result.getIncremental(),
				List.<IncrementalPayload>of())) {
			DeferredFragment fragment = this.fragments.take(payload.getPath(), payload.getLabel());
			if (fragment != null && payload instanceof DeferPayload deferred) {
				Object data = deferred.getData();
				this.delivered.add(fragment.path(), data);
				parts.add(new DeliveredFragment(fragment, whole(fragment, data), specification(payload.getErrors())));
			}
		}
		return parts;
	}

	/** In one of the formats a fragment has all of its fields, whatever came before. */
	private @Nullable Object whole(DeferredFragment fragment, @Nullable Object data) {
		if (!(data instanceof Map<?, ?> fields) || !this.format.repeats() || fragment.before().isEmpty()) {
			return data;
		}
		Map<Object, Object> whole = new LinkedHashMap<>(this.delivered.fields(fragment.path(), fragment.before()));
		whole.putAll(fields);
		return whole;
	}

	/** Work that was broken off leaves fragments behind. */
	private List<DeliveredFragment> failed() {
		List<Map<String, Object>> errors = specification(
				List.of(isLate() ? error("TIMEOUT", LATE) : error("INTERNAL_SERVER_ERROR", ErrorPresentation.BROKEN)));
		return this.fragments.takeAll()
			.stream()
			.map((fragment) -> new DeliveredFragment(fragment, null, errors))
			.toList();
	}

	private static GraphQLError error(String code, String message) {
		return GraphqlErrorBuilder.newError()
			.message("%s", message)
			.extensions(Map.of(PresentedError.CODE, code))
			.build();
	}

	private List<Map<String, Object>> specification(@Nullable List<GraphQLError> errors) {
		return ErrorPresentation.present(Objects.requireNonNullElse(errors, List.of()), this.trace)
			.stream()
			.map(GraphQLError::toSpecification)
			.toList();
	}

}
