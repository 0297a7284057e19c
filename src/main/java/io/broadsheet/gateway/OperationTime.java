package io.broadsheet.gateway;

import java.util.List;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.incremental.IncrementalExecutionResult;
import graphql.language.OperationDefinition.Operation;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Answers operations that take too long with an error, and lets go of their work, as of
 * that of clients that cancel or are gone. The framework's own timeout does nothing while
 * fields are fetched on the thread of the request, as they are here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class OperationTime extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	private final OperationWatch watch;

	private final LimitSettings limits;

	OperationTime(OperationWatch watch, LimitSettings limits) {
		this.watch = watch;
		this.limits = limits;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.create((sink) -> run(request, chain, sink));
	}

	private void run(WebGraphQlRequest request, Chain chain, MonoSink<WebGraphQlResponse> sink) {
		RunningOperation operation = new RunningOperation(() -> sink.success(late(request)));
		request.configureExecutionInput((input,
				builder) -> operation.runs(builder
					.graphQLContext((GraphQLContext.Builder context) -> context.put(RunningOperation.class, operation))
					.build()));
		Disposable.Swap upstream = Disposables.swap();
		sink.onCancel(() -> {
			this.watch.end(operation);
			operation.stop();
			upstream.dispose();
		});
		this.watch.begin(operation);
		try {
			upstream.update(chain.next(request).contextWrite(sink.contextView()).subscribe((response) -> {
				finish(operation, response);
				sink.success(response);
			}, (error) -> fail(operation, sink, error), () -> this.watch.end(operation)));
		}
		finally {
			operation.leaveThread();
		}
	}

	/** What is deferred is still to be fetched, and may not take longer altogether. */
	private void finish(RunningOperation operation, WebGraphQlResponse response) {
		if (!(response.getExecutionResult() instanceof IncrementalExecutionResult)) {
			this.watch.end(operation);
		}
	}

	private void fail(RunningOperation operation, MonoSink<WebGraphQlResponse> sink, Throwable error) {
		this.watch.end(operation);
		if (!operation.isStopped()) {
			sink.error(error);
		}
	}

	private WebGraphQlResponse late(WebGraphQlRequest request) {
		long allowed = this.limits.time().toMillis();
		Excess excess = new Excess(Limit.TIME, allowed, allowed);
		ExecutionInput input = ExecutionInput.newExecutionInput(request.getDocument()).build();
		ExecutionResult result = ExecutionResult.newExecutionResult()
			.addError(new PresentedError(excess.message(), List.of(), null, excess.extensions("TIMEOUT")))
			.build();
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
	}

	/** Lets other requests have the processor now and then. */
	@Override
	public ExecuteObjectInstrumentationContext beginExecuteObject(InstrumentationExecutionStrategyParameters parameters,
			InstrumentationState state) {
		RunningOperation operation = parameters.getExecutionContext().getGraphQLContext().get(RunningOperation.class);
		if (operation != null) {
			operation.step();
		}
		return ExecuteObjectInstrumentationContext.NOOP;
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		RunningOperation operation = parameters.getExecutionContext().getGraphQLContext().get(RunningOperation.class);
		if (operation != null
				&& parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.QUERY) {
			operation.onlyReads();
		}
		return SimpleInstrumentationContext.noOp();
	}

}
