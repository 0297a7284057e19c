package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.SerializationError;
import graphql.TypeMismatchError;
import graphql.UnresolvedTypeError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.introspection.IntrospectionDisabledError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import io.broadsheet.graph.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Gives every error a code and the request's trace id. What the engine says of documents
 * and variables is in {@code i18n/*_en.properties}, in words that do not speak of its
 * insides; it reads them because each request is in that language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPresentation implements WebGraphQlInterceptor {

	static final String BROKEN = "Something went wrong on our side. The newsroom's engineers find it in the log by this traceId.";

	private static final Logger logger = LoggerFactory.getLogger(ErrorPresentation.class);

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		TraceId trace = (request.getAttributes().get(TraceParent.class.getName()) instanceof TraceParent parent)
				? parent.id() : new TraceId(request.getId());
		request.configureExecutionInput((input, builder) -> builder.locale(Locale.ENGLISH)
			.graphQLContext((context) -> context.put(TraceId.class, trace))
			.build());
		return chain.next(request).map((response) -> present(response, trace));
	}

	private static WebGraphQlResponse present(WebGraphQlResponse response, TraceId trace) {
		List<GraphQLError> errors = response.getExecutionResult().getErrors();
		if (errors.isEmpty()) {
			return response;
		}
		return response.transform((builder) -> builder.errors(present(errors, trace)));
	}

	/** Errors as clients see them. */
	static List<GraphQLError> present(List<GraphQLError> errors, TraceId trace) {
		return errors.stream().<GraphQLError>map((error) -> present(error, trace)).toList();
	}

	private static PresentedError present(GraphQLError error, TraceId trace) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put(PresentedError.CODE, isBreakage(error) ? "INTERNAL_SERVER_ERROR" : code(error));
		extensions.putAll(Objects.requireNonNullElse(error.getExtensions(), Map.of()));
		extensions.put("traceId", trace.value());
		if (isBreakage(error)) {
			logger.error("An answer does not fit the schema, trace {}: {}", trace.value(), error);
			return new PresentedError(BROKEN, locations(error), error.getPath(), extensions);
		}
		return new PresentedError(EngineWords.plain(error.getMessage()), locations(error), error.getPath(), extensions);
	}

	/**
	 * What is wrong with variables as a whole has no place of its own: it is the
	 * operation's.
	 */
	private static List<SourceLocation> locations(GraphQLError error) {
		List<SourceLocation> locations = error.getLocations();
		return (locations == null || locations.isEmpty()) ? List.of(new SourceLocation(1, 1)) : locations;
	}

	/** Whether code of this gateway gave what its schema does not allow. */
	private static boolean isBreakage(GraphQLError error) {
		return error instanceof NonNullableFieldWasNullError || error instanceof SerializationError
				|| error instanceof TypeMismatchError || error instanceof UnresolvedTypeError;
	}

	private static String code(GraphQLError error) {
		return switch (error) {
			case InvalidSyntaxError syntax -> "GRAPHQL_PARSE_FAILED";
			case ValidationError validation -> "GRAPHQL_VALIDATION_FAILED";
			case IntrospectionDisabledError introspection -> "FORBIDDEN";
			default -> "BAD_USER_INPUT";
		};
	}

}
