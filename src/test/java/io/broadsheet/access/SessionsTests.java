package io.broadsheet.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import io.broadsheet.TestClock;
import io.broadsheet.graph.Problem;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionsTests {

	private static final Viewer NELL = new Viewer("Nell Abara", Set.of(Permission.EDIT),
			TestClock.NOON.plus(Duration.ofMinutes(10)));

	@TempDir
	private Path folder = Path.of("");

	private final TestClock clock = new TestClock();

	@Test
	void aSessionOutlivesARestart() {
		ResponseCookie cookie = sessions(false).begin(NELL, request("localhost:8080"));

		assertThat(sessions(false).viewer(request("localhost:8080", cookie))).isEqualTo(NELL);
	}

	@Test
	void aSessionEndsWithTheTokenThatItWasBegunWith() {
		Sessions sessions = sessions(false);
		ResponseCookie cookie = sessions.begin(NELL, request("localhost:8080"));

		assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofMinutes(10));
		this.clock.pass(Duration.ofMinutes(11));
		assertEnded(sessions, request("localhost:8080", cookie));
	}

	@Test
	void aSessionIsOfTheHostThatItWasBegunAt() {
		Sessions sessions = sessions(false);
		ResponseCookie cookie = sessions.begin(NELL, request("localhost:8080"));
		MockHttpServletRequest elsewhere = request("news.example:8080", cookie);

		assertEnded(sessions, elsewhere);
	}

	@Test
	void aSessionThatAnotherGatewaySealedIsNone() {
		ResponseCookie cookie = new Sessions(new AccessSettings(this.folder.resolve("other"), false), this.clock)
			.begin(NELL, request("localhost:8080"));

		assertEnded(sessions(false), request("localhost:8080", cookie));
	}

	@Test
	void inProductionThereAreNone() {
		ResponseCookie cookie = sessions(false).begin(NELL, request("localhost:8080"));

		assertThat(sessions(true).viewer(request("localhost:8080", cookie))).isEqualTo(Viewer.READER);
	}

	private Sessions sessions(boolean production) {
		return new Sessions(new AccessSettings(this.folder, production), this.clock);
	}

	private static void assertEnded(Sessions sessions, MockHttpServletRequest request) {
		assertThatExceptionOfType(Problem.Unauthenticated.class).isThrownBy(() -> sessions.viewer(request))
			.withMessage("Your session has ended. Please sign in again.");
	}

	private static MockHttpServletRequest request(String host, ResponseCookie... cookies) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", host);
		request.addHeader(OwnPage.HEADER, "1");
		for (ResponseCookie cookie : cookies) {
			request.setCookies(new Cookie(cookie.getName(), cookie.getValue()));
		}
		return request;
	}

}
