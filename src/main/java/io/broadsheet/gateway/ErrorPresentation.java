package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import io.broadsheet.graph.TraceId;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Gives every error a code and the request's trace id, and puts what the engine says of
 * documents and variables into words that do not speak of its insides.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPresentation implements WebGraphQlInterceptor {

	private static final Pattern ENGINES_PREFIX = Pattern.compile("^Validation error \\(\\w+(?:@\\[[^]]*\\])?\\) : ");

	private static final Pattern SCALAR_VALUE = Pattern
		.compile("(?:String|Int|Float|Boolean)Value\\{value='?(.*?)'?\\}");

	private static final Pattern ENUM_VALUE = Pattern.compile("EnumValue\\{name='(.*?)'\\}");

	private static final Pattern OTHER_VALUE = Pattern.compile("(?:Object|Array)Value\\{.*\\}(?=')");

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		TraceId trace = (request.getAttributes().get(TraceParent.class.getName()) instanceof TraceParent parent)
				? parent.id() : new TraceId(request.getId());
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext((context) -> context.put(TraceId.class, trace)).build());
		return chain.next(request).map((response) -> present(response, trace));
	}

	private static WebGraphQlResponse present(WebGraphQlResponse response, TraceId trace) {
		List<GraphQLError> errors = response.getExecutionResult().getErrors();
		if (errors.isEmpty()) {
			return response;
		}
		List<GraphQLError> presented = errors.stream().map((error) -> present(error, trace)).toList();
		return response.transform((builder) -> builder.errors(presented));
	}

	private static GraphQLError present(GraphQLError error, TraceId trace) {
		Map<String, Object> extensions = new HashMap<>();
		if (error.getExtensions() != null) {
			extensions.putAll(error.getExtensions());
		}
		extensions.putIfAbsent("code", code(error));
		extensions.put("traceId", trace.value());
		return GraphqlErrorBuilder.newError()
			.message("%s", inWords(error.getMessage()))
			.locations(locations(error))
			.path(error.getPath())
			.errorType(ErrorClassification.errorClassification(extensions.get("code").toString()))
			.extensions(extensions)
			.build();
	}

	/**
	 * What is wrong with variables as a whole has no place of its own: it is the
	 * operation's.
	 */
	private static List<SourceLocation> locations(GraphQLError error) {
		List<SourceLocation> locations = error.getLocations();
		return (locations == null || locations.isEmpty()) ? List.of(new SourceLocation(1, 1)) : locations;
	}

	private static String code(GraphQLError error) {
		return switch (error) {
			case InvalidSyntaxError syntax -> "GRAPHQL_PARSE_FAILED";
			case ValidationError validation -> "GRAPHQL_VALIDATION_FAILED";
			default -> "BAD_USER_INPUT";
		};
	}

	private static String inWords(String message) {
		String words = ENGINES_PREFIX.matcher(message).replaceFirst("");
		words = OTHER_VALUE.matcher(words).replaceAll("…");
		words = ENUM_VALUE.matcher(words).replaceAll("$1");
		words = SCALAR_VALUE.matcher(words).replaceAll("$1");
		return words.replace("NullValue{}", "null").replace("ANTLR error ", "");
	}

}
