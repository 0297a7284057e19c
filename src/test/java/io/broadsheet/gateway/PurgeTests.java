package io.broadsheet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.Newsroom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway behind three caches, each of which is this test. */
@GatewayTest
class PurgeTests {

	private static final HttpServer CACHES = server();

	private static final List<Told> TOLD = new CopyOnWriteArrayList<>();

	private static final AtomicInteger FAILURES = new AtomicInteger();

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private PurgeHook hook;

	private record Told(String path, Headers headers, String body) {

		boolean names(String tag) {
			return this.body.contains('"' + tag + '"')
					|| List.of(String.valueOf(this.headers.getFirst("Surrogate-Key")).split(" ", -1)).contains(tag);
		}

	}

	@DynamicPropertySource
	static void caches(DynamicPropertyRegistry settings) {
		String base = "http://localhost:" + CACHES.getAddress().getPort();
		settings.add("broadsheet.purge.fastly-url", () -> base + "/fastly");
		settings.add("broadsheet.purge.fastly-service", () -> "service1");
		settings.add("broadsheet.purge.fastly-secret", () -> "fastly-secret");
		settings.add("broadsheet.purge.cloudflare-url", () -> base + "/cloudflare");
		settings.add("broadsheet.purge.cloudflare-zone", () -> "zone1");
		settings.add("broadsheet.purge.cloudflare-secret", () -> "cloudflare-secret");
		settings.add("broadsheet.purge.webhook-url", () -> base + "/webhook");
		settings.add("broadsheet.purge.webhook-secret", () -> "webhook-secret");
		settings.add("broadsheet.purge.pause", () -> "50ms");
	}

	private static HttpServer server() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", PurgeTests::hear);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void hear(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		boolean fail = FAILURES.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		if (!fail) {
			TOLD.add(new Told(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
		}
		exchange.sendResponseHeaders(fail ? 503 : 200, -1);
		exchange.close();
	}

	@AfterAll
	static void close() {
		CACHES.stop(0);
	}

	@BeforeEach
	void forget() {
		TOLD.clear();
		FAILURES.set(0);
	}

	@Test
	void eachCacheIsToldInItsOwnWay() {
		ArticleBuilder story = Newsroom.article("Purged everywhere");
		this.newsroom.publish(story);

		Told fastly = told("/fastly/service/service1/purge", story.id().value());
		assertThat(fastly.headers().getFirst("Fastly-Key")).isEqualTo("fastly-secret");
		assertThat(fastly.names("articles")).isTrue();
		Told cloudflare = told("/cloudflare/zones/zone1/purge_cache", story.id().value());
		assertThat(cloudflare.headers().getFirst("Authorization")).isEqualTo("Bearer cloudflare-secret");
		assertThat(cloudflare.body()).startsWith("{\"tags\":[");
		Told webhook = told("/webhook", story.id().value());
		assertThat(webhook.headers().getFirst("Broadsheet-Signature"))
			.satisfies((signature) -> assertThat(signature).isEqualTo(signed(signature, webhook.body())));
	}

	@Test
	void aCacheThatFailsIsToldAgain() {
		FAILURES.set(7);
		ArticleBuilder story = Newsroom.article("Purged in the end");

		long start = System.nanoTime();
		this.newsroom.publish(story);

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		told("/webhook", story.id().value());
		told("/fastly/service/service1/purge", story.id().value());
		told("/cloudflare/zones/zone1/purge_cache", story.id().value());
	}

	@Test
	void whatAnInstanceThatDiedDidNotTellTheNextOneTellsAtItsStart() {
		ArticleBuilder story = Newsroom.article("Purged after a restart");
		this.newsroom.publish(story);
		told("/webhook", story.id().value());
		TOLD.clear();

		this.hook.prepare();

		told("/webhook", story.id().value());
	}

	private static Told told(String path, String tag) {
		return Awaitility.await()
			.until(() -> TOLD.stream().filter((told) -> told.path().equals(path) && told.names(tag)).findFirst(),
					Optional::isPresent)
			.orElseThrow();
	}

	private static String signed(String signature, String body) throws GeneralSecurityException {
		String seconds = signature.substring("t=".length(), signature.indexOf(','));
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec("webhook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return "t=%s,v1=%s".formatted(seconds,
				HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8))));
	}

}
