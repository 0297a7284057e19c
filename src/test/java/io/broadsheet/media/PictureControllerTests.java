package io.broadsheet.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.function.UnaryOperator;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.TestStore;
import io.broadsheet.Wire;
import io.broadsheet.graph.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = PictureControllerTests.PicturesAlone.class,
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PictureControllerTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private Pictures pictures;

	@Autowired
	private TestStore store;

	private String path = "";

	@BeforeEach
	void take() throws RefusedPicture {
		this.path = this.pictures.take(SamplePictures.SVG).path();
	}

	@Test
	void aPictureIsServedToBeKeptByAnySiteAndToRunNothing() throws Exception {
		HttpResponse<byte[]> response = get(this.path);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(SamplePictures.SVG);
		assertThat(header(response, "Content-Type")).isEqualTo("image/svg+xml");
		assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(SamplePictures.SVG.length));
		assertThat(header(response, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
		assertThat(header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
		assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
		assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(response, "Content-Security-Policy"))
			.isEqualTo("default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox");
	}

	@ParameterizedTest
	@EnumSource
	void everyTypeIsServedAsWhatItIs(PictureType type) throws Exception {
		byte[] sample = SamplePictures.all().getOrDefault(type, new byte[0]);
		HttpResponse<byte[]> response = get(this.pictures.take(sample).path());

		assertThat(header(response, "Content-Type")).isEqualTo(type.contentType());
		assertThat(response.body()).isEqualTo(sample);
	}

	@Test
	void headTellsTheSameWithoutThePicture() throws Exception {
		HttpResponse<byte[]> response = send(this.path, (request) -> request.HEAD());

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
		assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(SamplePictures.SVG.length));
		assertThat(header(response, "Content-Type")).isEqualTo("image/svg+xml");
		assertThat(header(response, "ETag")).isNotEmpty();
	}

	@Test
	void whoHasThePictureIsNotSentItAgain() throws Exception {
		String tag = header(get(this.path), "ETag");
		for (String known : new String[] { tag, "W/" + tag, "\"other\", " + tag }) {
			HttpResponse<byte[]> response = send(this.path, (request) -> request.header("If-None-Match", known));

			assertThat(response.statusCode()).as(known).isEqualTo(304);
			assertThat(response.body()).isEmpty();
			assertThat(header(response, "ETag")).isEqualTo(tag);
			assertThat(header(response, "Cache-Control")).contains("immutable");
		}
	}

	@Test
	void whoHasAnotherPictureIsSentThisOne() throws Exception {
		HttpResponse<byte[]> response = send(this.path, (request) -> request.header("If-None-Match", "\"other\""));
		assertThat(response.statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/media/", "/media/x", "/media/00000000000000000000000000000000.png",
			"/media/00000000000000000000000000000000", "/media/00000000000000000000000000000000.html",
			"/media/a/b/c.png", "/media/..%5C..%5Cetc%5Cpasswd", "/media/%00.png", "/media/%E2%80%AE.png",
			"/media/$where.png", "/media/.env" })
	void aNameThatNoPictureHasIsShortlyNotFound(String path) throws Exception {
		HttpResponse<byte[]> response = get(path);

		assertThat(response.statusCode()).isIn(400, 404);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("Exception")
			.hasSizeLessThan(1000);
	}

	@Test
	void notFoundIsPlainAndNotKept() throws Exception {
		HttpResponse<byte[]> response = get("/media/00000000000000000000000000000000.png");

		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).asString().isEqualTo("There is no such picture.\n");
		assertThat(header(response, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
		assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void aNameInUpperCaseOrTooLongIsNotFound() throws Exception {
		assertThat(get(this.path.replace("/media/", "/MEDIA/")).statusCode()).isEqualTo(404);
		assertThat(get("/media/" + this.path.substring("/media/".length()).toUpperCase(Locale.ROOT)).statusCode())
			.isEqualTo(404);
		assertThat(get("/media/" + "a".repeat(4000) + ".svg").statusCode()).isEqualTo(404);
	}

	@Test
	void aPictureIsOnlyRead() throws Exception {
		HttpResponse<byte[]> response = send(this.path, (request) -> request.DELETE());
		assertThat(response.statusCode()).isEqualTo(405);
	}

	@Test
	@DirtiesContext
	void withoutTheStoreWhatIsInMemoryIsServedAndTheRestIsAnnouncedForLater() throws Exception {
		get(this.path);
		this.store.wire().is(Wire.Condition.DOWN);
		HttpResponse<byte[]> response = get("/media/00000000000000000000000000000000.png");

		assertThat(get(this.path).statusCode()).isEqualTo(200);
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).asString().startsWith("Pictures cannot be served just now.");
		assertThat(header(response, "Retry-After")).isEqualTo("5");
		assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
	}

	private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return send(path, UnaryOperator.identity());
	}

	private HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> how)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return this.client.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String header(HttpResponse<?> response, String name) {
		return String.join(", ", response.headers().allValues(name));
	}

	/** Nothing but pictures, over HTTP. */
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class })
	@EnableConfigurationProperties(Site.class)
	@Import({ MediaConfiguration.class, Pictures.class, PictureController.class })
	static class PicturesAlone {

		@Bean
		TestStore store() {
			return new TestStore();
		}

		@Bean
		MongoDatabase database(TestStore store) {
			return store.database();
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
