package io.broadsheet.gateway;

import java.net.InetAddress;
import java.util.List;

import com.github.benmanes.caffeine.cache.LoadingCache;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import io.broadsheet.access.Viewer;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Client;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Refuses clients that ask for too much in a minute, by what their operations cost, on
 * every transport. A client that changes its address or name again and again is the load
 * limit's to stop.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimit extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	/** About 500 bytes each. */
	private static final int MOST_CLIENTS = 100_000;

	/** Parsing and validating costs, too, whatever comes of it. */
	private static final int CHARACTERS_FOR_ONE = 500;

	private final RateSettings settings;

	private final List<Network> exempt;

	private final Refusals refusals;

	/** Who has not asked for long has all of it again, and is forgotten. */
	private final LoadingCache<String, Allowance> clients;

	RateLimit(RateSettings settings, Refusals refusals) {
		this.settings = settings;
		this.exempt = settings.exemptNetworks();
		this.refusals = refusals;
		this.clients = Caches.newBuilder()
			.maximumSize(MOST_CLIENTS)
			.expireAfterAccess(Allowance.WINDOW)
			.build((client) -> new Allowance(settings));
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request).doOnNext((response) -> {
			RateState state = response.getExecutionInput().getGraphQLContext().get(RateState.class);
			if (state != null) {
				state.writeTo(response.getResponseHeaders()::set);
			}
		});
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		GraphQLContext context = parameters.getGraphQLContext();
		Allowance allowance = allowance(context);
		if (allowance != null) {
			require(context, Limit.RATE, RateState.of("cost", this.settings.cost(),
					allowance.takeCost(charge(parameters.getQuery()), this.settings.cost())));
		}
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext execution = parameters.getExecutionContext();
		GraphQLContext context = execution.getGraphQLContext();
		Allowance allowance = allowance(context);
		Cost cost = context.get(Cost.class);
		if (allowance != null && cost != null) {
			require(context, Limit.RATE, RateState.of("cost", this.settings.cost(),
					allowance.takeCost(cost.requested(), this.settings.cost())));
			if (cost.strict() > 0) {
				require(context, Limit.STRICT_RATE, RateState.of("strict", this.settings.strict(),
						allowance.takeStrict(cost.strict(), this.settings.strict())));
			}
		}
		return SimpleInstrumentationContext.noOp();
	}

	/** What is charged for a document besides what its operation costs. */
	static long charge(String document) {
		return 1L + document.length() / CHARACTERS_FOR_ONE;
	}

	/**
	 * Charges a reader for a kept answer.
	 * @param address the network address that it comes from
	 * @param charge how much that is
	 * @return what is left, or for how long there is not enough and nothing was taken;
	 * null if the reader is not limited
	 */
	@Nullable RateState charge(String address, long charge) {
		Allowance allowance = allowance(InetAddress.ofLiteral(address));
		return (allowance == null) ? null
				: RateState.of("cost", this.settings.cost(), allowance.takeCost(charge, this.settings.cost()));
	}

	private void require(GraphQLContext context, Limit limit, RateState state) {
		context.put(RateState.class, state);
		if (state.retry() != null) {
			throw this.refusals.tooOften(limit, state);
		}
	}

	/** What the client has left; null if it is not limited. */
	private @Nullable Allowance allowance(GraphQLContext context) {
		Viewer viewer = Viewer.in(context);
		if (!viewer.isReader()) {
			return this.clients.get("viewer " + viewer.name());
		}
		Client client = context.getOrDefault(Client.class, Client.UNKNOWN);
		if (client.equals(Client.UNKNOWN)) {
			return null;
		}
		return allowance(InetAddress.ofLiteral(client.address()));
	}

	private @Nullable Allowance allowance(InetAddress address) {
		return RateSettings.isIn(this.exempt, address) ? null : this.clients.get(Network.owner(address));
	}

}
