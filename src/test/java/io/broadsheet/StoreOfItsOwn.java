package io.broadsheet;

import java.time.Duration;

import io.broadsheet.store.Preparations;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a context an empty store and a data folder of its own, and takes them away at the
 * end: the embedded store, or a database on the real one that the suite runs on. Tests
 * begin when the gateway is ready, for which it does not wait itself on a real store, and
 * wait for that longer than readers do, since the tests keep its machine busy.
 */
public class StoreOfItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		new TemporaryDataDir().initialize(context);
		if (TestStore.isReal()) {
			TestStore store = new TestStore();
			Runtime.getRuntime().addShutdownHook(new Thread(store::close));
			fill(store);
			TestPropertyValues.of("broadsheet.mongodb-uri=" + store.uri(), "broadsheet.request-patience=10s")
				.applyTo(context);
			context.addApplicationListener(new Readiness());
		}
	}

	/**
	 * Puts into a real store what the gateway would put into an embedded one.
	 * @param store the store
	 */
	protected void fill(TestStore store) {
	}

	/** With the sample newsroom, which the gateway gives to an embedded store alone. */
	public static class WithSample extends StoreOfItsOwn {

		@Override
		protected void fill(TestStore store) {
			int exit = new Commands().run("import", "src/main/resources/sample",
					"--broadsheet.mongodb-uri=" + store.uri());
			if (exit != 0) {
				throw new IllegalStateException("The sample newsroom was not imported whole");
			}
		}

	}

	private static final class Readiness implements ApplicationListener<ApplicationStartedEvent> {

		@Override
		public void onApplicationEvent(ApplicationStartedEvent started) {
			started.getApplicationContext().getBean(Preparations.class).await(Duration.ofMinutes(1));
		}

	}

}
