package io.broadsheet.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.internal.MongoClientImpl;
import io.broadsheet.Broadsheet;
import io.broadsheet.TestStore;
import io.broadsheet.Wire.Condition;
import io.broadsheet.graph.Problem;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class StoreConnectionTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@TempDir
	Path folder;

	@Test
	void waitsForAStoreThatIsNotThereYet() throws Exception {
		try (TestStore store = new TestStore(); ConfigurableApplicationContext gateway = startWithout(store)) {
			String health = "http://localhost:%s/actuator/health/"
				.formatted(gateway.getEnvironment().getProperty("local.server.port"));

			assertThat(status(health + "readiness")).isEqualTo(503);
			assertThat(status(health + "liveness")).isEqualTo(200);
			store.wire().is(Condition.UP);
			Awaitility.await().atMost(SOON).until(() -> status(health + "readiness") == 200);
		}
	}

	@Test
	void saysOnceThatItWaitsAndNothingThatIsSecret(CapturedOutput output) throws IOException {
		String host = "127.0.0.1:" + freePort();
		try (ConfigurableApplicationContext beans = connect(
				"mongodb://anna:s3cr3t@" + host + "/news?authSource=people&appName=cellar")) {
			Preparations preparations = beans.getBean(Preparations.class);

			Awaitility.await().atMost(SOON).until(() -> output.getAll().contains("Waiting for the store"));
			assertThat(preparations.areDone()).isFalse();
			assertThatExceptionOfType(Problem.StoreUnavailable.class)
				.isThrownBy(() -> preparations.await(Duration.ofMillis(2500)));
		}
		assertThat(output.getAll())
			.containsOnlyOnce("Waiting for the store at [%s]: it does not answer".formatted(host))
			.doesNotContain("s3cr3t")
			.doesNotContain("anna")
			.doesNotContain("authSource");
	}

	@Test
	void honoursWhatTheConnectionStringSays() throws IOException {
		String host = "127.0.0.1:" + freePort();
		try (ConfigurableApplicationContext beans = connect("mongodb://anna:s3cr3t@" + host
				+ "/news?authSource=people&w=1&serverSelectionTimeoutMS=700&maxPoolSize=7&waitQueueTimeoutMS=900")) {
			MongoClientSettings settings = settings(beans);

			assertThat(beans.getBean(MongoDatabase.class).getName()).isEqualTo("news");
			assertThat(Objects.requireNonNull(settings.getCredential()).getSource()).isEqualTo("people");
			assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.W1);
			assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS)).isEqualTo(700);
			assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
			assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS)).isEqualTo(900);
		}
	}

	@Test
	void acknowledgesWhatAMajorityHasInItsJournal() throws IOException {
		try (ConfigurableApplicationContext beans = connect("mongodb://127.0.0.1:" + freePort())) {
			assertThat(beans.getBean(MongoDatabase.class).getName()).isEqualTo("broadsheet");
			assertThat(settings(beans).getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
		}
	}

	@Test
	void saysThatAConnectionStringIsWrongWithoutShowingIt(CapturedOutput output) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> connect("mongodb://anna:s3/cr3t@db:27017"))
			.withRootCauseInstanceOf(UnusableStore.class);
		assertThat(output.getAll()).contains("The setting BROADSHEET_MONGODB_URI is not a MongoDB connection string")
			.doesNotContain("anna")
			.doesNotContain("cr3t");
	}

	/** What it is told of a change fails it each time. */
	@Test
	void anInstanceThatLagsBehindTheOthersIsNotReadyAndSaysSoUntilItHasCaughtUp() {
		try (TestStore store = new TestStore();
				ConfigurableApplicationContext beans = connect(store.uri(), "--broadsheet.max-lag=1s")) {
			StoreHealthIndicator readiness = beans.getBean(StoreHealthIndicator.class);
			beans.getBean(Preparations.class).await(SOON);
			AtomicBoolean isStuck = new AtomicBoolean(true);
			beans.addApplicationListener(ApplicationListener.forPayload((Change change) -> {
				if (isStuck.get()) {
					throw new Problem.StoreUnavailable();
				}
			}));

			store.direct()
				.getCollection("changes")
				.insertOne(new Document("_id", 1L).append("schemaVersion", 1)
					.append("writer", "another")
					.append("announcement", 0L)
					.append("nodes", List.of("AUxCN_2RUwCRtIho7")));
			Awaitility.await().atMost(SOON).until(() -> readiness.health().getStatus().equals(Status.OUT_OF_SERVICE));
			assertThat(readiness.health().getDetails().get("reason")).asString()
				.endsWith("s behind what other instances wrote");

			isStuck.set(false);
			Awaitility.await().atMost(SOON).until(() -> readiness.health().getStatus().equals(Status.UP));
		}
	}

	private ConfigurableApplicationContext startWithout(TestStore store) {
		store.wire().is(Condition.DOWN);
		return new SpringApplicationBuilder(Broadsheet.class).run("--server.port=0",
				"--broadsheet.mongodb-uri=" + store.uri(), "--broadsheet.data-dir=" + this.folder);
	}

	private ConfigurableApplicationContext connect(String uri, String... settings) {
		Stream<String> usual = Stream.of("--logging.level.root=info", "--logging.level.org.springframework=warn",
				"--broadsheet.mongodb-uri=" + uri, "--broadsheet.data-dir=" + this.folder);
		return new SpringApplicationBuilder(StoreAlone.class).web(WebApplicationType.NONE)
			.run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new));
	}

	private static MongoClientSettings settings(ConfigurableApplicationContext beans) {
		return ((MongoClientImpl) beans.getBean(MongoClient.class)).getSettings();
	}

	private static int status(String address) throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(address)).build(),
					BodyHandlers.ofString());
			return response.statusCode();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, MongoAutoConfiguration.class })
	@Import({ StoreConfiguration.class, EmbeddedStore.class, Preparations.class, StoredChangeFeed.class,
			ChangeLog.class, ChangeReader.class, StoreWatch.class, StoreHealthIndicator.class })
	static class StoreAlone {

	}

}
