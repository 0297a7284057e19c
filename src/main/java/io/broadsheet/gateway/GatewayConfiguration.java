package io.broadsheet.gateway;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import graphql.execution.instrumentation.Instrumentation;
import io.broadsheet.access.Viewers;
import io.broadsheet.store.RequestPatience;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** Puts the API at its address, where there is a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GatewayConfiguration {

	@Bean
	WebGraphQlHandler webGraphQlHandler(ExecutionGraphQlService service,
			ObjectProvider<WebGraphQlInterceptor> interceptors) {
		return WebGraphQlHandler.builder(service)
			.interceptors(interceptors.orderedStream().toList())
			.contextSnapshotFactory(carriedToThreads())
			.build();
	}

	/**
	 * Has those who fetch fields see to which observation they belong, and that it is a
	 * request they fetch them for. Nothing else is carried to their threads, since who
	 * asks is in the GraphQL context.
	 */
	static ContextSnapshotFactory carriedToThreads() {
		ContextRegistry registry = new ContextRegistry().loadContextAccessors()
			.registerThreadLocalAccessor(new ObservationThreadLocalAccessor());
		RequestPatience.registerWith(registry);
		return ContextSnapshotFactory.builder().contextRegistry(registry).build();
	}

	@Bean
	GraphQlSourceBuilderCustomizer deferringStrategy(ObjectProvider<DataFetcherExceptionResolver> resolvers) {
		return (source) -> source.configureGraphQl((engine) -> engine.queryExecutionStrategy(new DeferringStrategy(
				DataFetcherExceptionResolver.createExceptionHandler(resolvers.orderedStream().toList()))));
	}

	@Bean
	GraphQlSourceBuilderCustomizer operationInstrumentation(ObjectProvider<Instrumentation> instrumentations) {
		return (source) -> source.configureGraphQl((engine) -> engine
			.instrumentation(new OperationInstrumentation(instrumentations.orderedStream().toList())));
	}

	@Bean
	@ConditionalOnMissingBean
	RandomGenerator randomGenerator() {
		return new SecureRandom();
	}

	@Bean
	ServletRegistrationBean<GraphQlServlet> graphQlServlet(WebGraphQlHandler handler, SharedAnswers shared,
			EventStreamWriter eventsWriter, ObjectProvider<Tracer> tracer, RandomGenerator random) {
		return new ServletRegistrationBean<>(
				new GraphQlServlet(handler, shared, eventsWriter, tracer.getIfAvailable(() -> Tracer.NOOP), random),
				"/graphql");
	}

	@Bean
	FilterRegistrationBean<ViewerFilter> viewerFilter(Viewers viewers, RandomGenerator random) {
		FilterRegistrationBean<ViewerFilter> filter = new FilterRegistrationBean<>(new ViewerFilter(viewers, random));
		filter.addUrlPatterns("/graphql", "/graphql/*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return filter;
	}

}
