package io.broadsheet.graph;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryFetcherTests {

	private final DefaultListableBeanFactory controllers = new DefaultListableBeanFactory();

	@Test
	void methodIsCalledWithItsSource() throws Exception {
		this.controllers.registerSingleton("controller", new Greetings());

		assertThat(fetcher("greeting").get(source("Nell"))).isEqualTo("Hello Nell");
	}

	@Test
	void whatAMethodThrowsIsThrown() {
		this.controllers.registerSingleton("controller", new Greetings());

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> fetcher("failure").get(source("Nell")))
			.withMessage("No greeting for Nell");
	}

	@Test
	void methodThatWantsMoreThanItsSourceIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> fetcher("greetingIn"))
			.withMessageContaining("greetingIn")
			.withMessageContaining("source alone");
	}

	@Test
	void controllerMayBeMadeAfterItsFields() throws Exception {
		InMemoryFetcher fetcher = fetcher("greeting");
		this.controllers.registerSingleton("controller", new Greetings());

		assertThat(fetcher.get(source("Nell"))).isEqualTo("Hello Nell");
	}

	private InMemoryFetcher fetcher(String name) {
		Method method = Arrays.stream(Greetings.class.getDeclaredMethods())
			.filter((one) -> one.getName().equals(name))
			.findFirst()
			.orElseThrow();
		return new InMemoryFetcher(this.controllers, method);
	}

	private static DataFetchingEnvironment source(Object source) {
		return DataFetchingEnvironmentImpl.newDataFetchingEnvironment().source(source).build();
	}

	static final class Greetings {

		String greeting(String name) {
			return "Hello " + name;
		}

		String greetingIn(String name, String language) {
			return greeting(name) + language;
		}

		String failure(String name) throws IOException {
			throw new IOException("No greeting for " + name);
		}

	}

}
