package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.List;

import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to know when something has ended. Hardly anybody does, so that none is made
 * of those who do not.
 *
 * @param <T> what is known then
 */
final class EndOf<T> implements InstrumentationContext<T> {

	private final List<InstrumentationContext<T>> all = new ArrayList<>(2);

	/** Tells one more, unless that does nothing. */
	void add(@Nullable InstrumentationContext<T> one) {
		if (one != null && !one.equals(SimpleInstrumentationContext.noOp())) {
			this.all.add(one);
		}
	}

	/** All of them as one. */
	InstrumentationContext<T> told() {
		return switch (this.all.size()) {
			case 0 -> SimpleInstrumentationContext.noOp();
			case 1 -> this.all.getFirst();
			default -> this;
		};
	}

	@Override
	public void onDispatched() {
		this.all.forEach(InstrumentationContext::onDispatched);
	}

	@Override
	public void onCompleted(@Nullable T result, @Nullable Throwable error) {
		this.all.forEach((one) -> one.onCompleted(result, error));
	}

}
