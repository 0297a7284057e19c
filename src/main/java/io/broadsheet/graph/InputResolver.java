package io.broadsheet.graph;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;

/**
 * Gives controllers the arguments that are of an {@link InputType}. The framework binds
 * all others, with more ways to convert and to name them, which took a page a good
 * twenty-fifth of its processor time.
 */
class InputResolver implements HandlerMethodArgumentResolver {

	private final Map<MethodParameter, Input> known = new ConcurrentHashMap<>();

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Argument argument = parameter.getParameterAnnotation(Argument.class);
		if (argument == null && !parameter.hasParameterAnnotation(Arguments.class)) {
			return false;
		}
		InputType type = InputType.of(parameter.getGenericParameterType());
		if (type == null) {
			return false;
		}
		String name = null;
		if (argument != null) {
			name = argument.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : argument.name();
		}
		this.known.put(parameter, new Input(name, type));
		return true;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		Input input = Objects.requireNonNull(this.known.get(parameter));
		return input.type()
			.read((input.name() != null) ? environment.getArgument(input.name()) : environment.getArguments());
	}

	/**
	 * What one parameter takes.
	 *
	 * @param name the argument, or null for all in one record
	 * @param type how it is read
	 */
	private record Input(@Nullable String name, InputType type) {
	}

}
