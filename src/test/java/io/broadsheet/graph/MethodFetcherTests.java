package io.broadsheet.graph;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.method.HandlerMethod;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolverComposite;
import org.springframework.graphql.data.method.annotation.support.DataFetcherHandlerMethod;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

import static org.assertj.core.api.Assertions.assertThat;

class MethodFetcherTests {

	private final DataFetchingEnvironment environment = DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
		.build();

	private final AtomicInteger made = new AtomicInteger();

	@Test
	void fieldIsWhatItsMethodReturns() throws Exception {
		assertThat(fetcher("greeting").get(this.environment)).isEqualTo("Good morning");
	}

	@Test
	void whatAMethodThrowsIsWhyThereIsNone() throws Exception {
		Mono<?> failed = (Mono<?>) Objects.requireNonNull(fetcher("failure").get(this.environment));

		assertThat(failed.toFuture()).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(IOException.class)
			.withMessage("No greeting today");
	}

	@Test
	void controllerIsNotAskedForBeforeAFieldIs() {
		fetcher("greeting");

		assertThat(this.made).hasValue(0);
	}

	@Test
	void descriptionIsThatOfTheFrameworksOwn() {
		MethodFetcher fetcher = fetcher("greeting");

		assertThat(fetcher.getDescription()).isEqualTo("a greeting");
		assertThat(fetcher.getReturnType().resolve()).isEqualTo(String.class);
		assertThat(fetcher.usesDataLoader()).isTrue();
	}

	private MethodFetcher fetcher(String name) {
		return new MethodFetcher(new Described(), () -> {
			this.made.incrementAndGet();
			HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
			resolvers.addResolver(new SelectionResolver());
			return new DataFetcherHandlerMethod(new HandlerMethod(new Greetings(), method(name)), resolvers, null, null,
					false, false);
		});
	}

	private static Method method(String name) {
		try {
			return Greetings.class.getDeclaredMethod(name);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static final class Greetings {

		String greeting() {
			return "Good morning";
		}

		String failure() throws IOException {
			throw new IOException("No greeting today");
		}

	}

	static final class Described implements SelfDescribingDataFetcher<Object> {

		@Override
		public Object get(DataFetchingEnvironment environment) {
			throw new IllegalStateException("not asked");
		}

		@Override
		public String getDescription() {
			return "a greeting";
		}

		@Override
		public ResolvableType getReturnType() {
			return ResolvableType.forClass(String.class);
		}

		@Override
		public boolean usesDataLoader() {
			return true;
		}

	}

}
