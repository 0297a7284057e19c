package io.broadsheet.gateway;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.stereotype.Component;

/**
 * Has all fields of an operation fetched on the thread of its request, a virtual one that
 * may wait. The framework's default starts another for each method of a controller, which
 * costs more than most of them, and an operation whose threads nobody knows cannot be
 * stopped.
 */
@Component
class RequestThread implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof AnnotatedControllerConfigurer controllers) {
			controllers.setBlockingMethodPredicate((method) -> false);
		}
		return bean;
	}

}
