package io.broadsheet.graph;

import java.lang.reflect.Method;

import org.springframework.graphql.data.method.HandlerMethod;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolverComposite;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.data.method.annotation.support.DataFetcherHandlerMethod;

/**
 * Has controllers' methods called with an {@link InputResolver}'s arguments and their
 * {@link Selection}, and all fields of an operation fetched on the thread of its request,
 * a virtual one that may wait. The framework's default starts another for each method of
 * a controller, which costs more than most of them, and an operation whose threads nobody
 * knows cannot be stopped.
 */
class Controllers extends AnnotatedControllerConfigurer {

	Controllers() {
		setBlockingMethodPredicate((method) -> false);
	}

	/**
	 * A controller's method, ready to be called with the arguments that it has for a
	 * field.
	 */
	DataFetcherHandlerMethod ready(Object controller, Method method) {
		return new DataFetcherHandlerMethod(new HandlerMethod(controller, method), getArgumentResolvers(), null, null,
				false, false);
	}

	@Override
	protected HandlerMethodArgumentResolverComposite initArgumentResolvers() {
		HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
		resolvers.addResolver(new InputResolver());
		resolvers.addResolver(new SelectionResolver());
		super.initArgumentResolvers().getResolvers().forEach(resolvers::addResolver);
		return resolvers;
	}

}
