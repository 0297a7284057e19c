package io.broadsheet.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/**
 * Makes a located GraphQL error of whatever is thrown below a field. A {@link Problem} is
 * told as it is; of everything else the client learns no more than where to look in the
 * log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver extends DataFetcherExceptionResolverAdapter {

	private static final Logger logger = LoggerFactory.getLogger(ProblemResolver.class);

	private static final List<Class<? extends RuntimeException>> STORE_IS_AWAY = List.of(MongoTimeoutException.class,
			MongoSocketException.class, MongoNotPrimaryException.class, MongoNodeIsRecoveringException.class,
			MongoConnectionPoolClearedException.class, MongoServerUnavailableException.class);

	/**
	 * What graphql-java finds wrong with an argument only when it gives it to a field.
	 */
	private static final List<Class<? extends GraphQLException>> WRONG_ARGUMENT = List.of(OneOfNullValueException.class,
			OneOfTooManyKeysException.class, CoercingParseLiteralException.class, CoercingParseValueException.class,
			NonNullableValueCoercedAsNullException.class, InputMapDefinesTooManyFieldsException.class);

	@Override
	protected GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment environment) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			Problem problem = problem(cause);
			if (problem != null) {
				return error(problem, environment);
			}
		}
		return unexpected(thrown, environment);
	}

	private static @Nullable Problem problem(Throwable cause) {
		if (cause instanceof MongoInterruptedException || cause instanceof MongoExecutionTimeoutException) {
			return new Problem.Stopped();
		}
		if (STORE_IS_AWAY.stream().anyMatch((type) -> type.isInstance(cause))) {
			return new Problem.StoreUnavailable();
		}
		if (WRONG_ARGUMENT.stream().anyMatch((type) -> type.isInstance(cause))) {
			return new Problem.BadUserInput(String.valueOf(cause.getMessage()));
		}
		if (cause instanceof BindException) {
			return new Problem.BadUserInput("An argument has a value that does not fit its type.");
		}
		return (cause instanceof Problem problem) ? problem : null;
	}

	private static GraphQLError error(Problem problem, DataFetchingEnvironment environment) {
		Map<String, Object> extensions = new HashMap<>();
		extensions.put("code", problem.code());
		if (problem instanceof Problem.BadUserInput input && !input.argumentPath().isEmpty()) {
			extensions.put("argumentPath", input.argumentPath());
		}
		return GraphqlErrorBuilder.newError(environment)
			.message("%s", problem.getMessage())
			.extensions(extensions)
			.build();
	}

	private static GraphQLError unexpected(Throwable thrown, DataFetchingEnvironment environment) {
		TraceId trace = environment.getGraphQlContext().getOrDefault(TraceId.class, new TraceId("unknown"));
		MDC.put("traceId", trace.value());
		try {
			logger.error("Unexpected failure at {}, trace {}", environment.getExecutionStepInfo().getPath(),
					trace.value(), thrown);
		}
		finally {
			MDC.remove("traceId");
		}
		return GraphqlErrorBuilder.newError(environment)
			.message("Something went wrong on our side. The newsroom's engineers find it in the log by this traceId.")
			.extensions(Map.of("code", "INTERNAL_SERVER_ERROR"))
			.build();
	}

}
