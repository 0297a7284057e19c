package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.incremental.DeferPayload;
import graphql.incremental.DelayedIncrementalPartialResult;
import graphql.incremental.IncrementalPayload;
import io.broadsheet.graph.TraceId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Signal;

import org.springframework.graphql.server.WebGraphQlResponse;

/** One answer on its way in parts: what the client has got and what it waits for. */
class Delivery {

	private final Map<String, Object> answer;

	private final IncrementalFormat format;

	private final DeferredFragments fragments;

	private final TraceId trace;

	private final DeliveredData delivered = new DeliveredData();

	private boolean isDone;

	Delivery(WebGraphQlResponse answer, IncrementalFormat format) {
		GraphQLContext context = answer.getExecutionInput().getGraphQLContext();
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

	/** What is told first. */
	Map<String, Object> first() {
		return this.format.first(this.answer, this.fragments.announce(this.delivered::has), true);
	}

	/** What is told of a result, or of an end without one; null if nothing. */
	@Nullable Map<String, Object> next(Signal<DelayedIncrementalPartialResult> signal) {
		DelayedIncrementalPartialResult result = signal.get();
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
				parts.add(new DeliveredFragment(fragment, data, specification(payload.getErrors())));
			}
		}
		return parts;
	}

	/** Work that was broken off leaves fragments behind. */
	private List<DeliveredFragment> failed() {
		GraphQLError error = GraphqlErrorBuilder.newError()
			.message(ErrorPresentation.BROKEN)
			.extensions(Map.of(PresentedError.CODE, "INTERNAL_SERVER_ERROR"))
			.build();
		return this.fragments.takeAll()
			.stream()
			.map((fragment) -> new DeliveredFragment(fragment, null, specification(List.of(error))))
			.toList();
	}

	private List<Map<String, Object>> specification(@Nullable List<GraphQLError> errors) {
		return ErrorPresentation.present(Objects.requireNonNullElse(errors, List.of()), this.trace)
			.stream()
			.map(GraphQLError::toSpecification)
			.toList();
	}

}
