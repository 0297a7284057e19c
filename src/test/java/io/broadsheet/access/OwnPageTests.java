package io.broadsheet.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			1 | http://localhost:8080  | same-origin | true
			1 | http://localhost:8080  | -           | true
			1 | -                      | same-origin | true
			1 | -                      | -           | true
			1 | https://localhost:8080 | -           | true
			- | http://localhost:8080  | same-origin | false
			1 | http://localhost:8081  | same-site   | false
			1 | http://localhost:8081  | -           | false
			1 | http://evil.example    | cross-site  | false
			1 | http://evil.example    | -           | false
			1 | null                   | -           | false
			1 | http://localhost:8080  | cross-site  | false
			1 | -                      | none        | false
			1 | a b                    | -           | false
			""")
	void itSendsTheHeaderFromThisOrigin(String header, String origin, String site, boolean own) {
		assertThat(OwnPage
			.sent(request("localhost:8080", OwnPage.HEADER, header, "Origin", origin, "Sec-Fetch-Site", site)))
			.isEqualTo(own);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "http://localhost:8080,true", "http://localhost:8081,false",
			"http://evil.example,false", "null,false", "-,false" })
	void itOpensSocketsFromThisOriginWithoutTheHeader(String origin, boolean own) {
		assertThat(OwnPage.sent(request("localhost:8080", "Upgrade", "websocket", "Origin", origin))).isEqualTo(own);
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1,localhost:8080", "127.0.0.1,localhost", "127.0.0.1,127.0.0.1:8080", "::1,[::1]:8080",
			"0:0:0:0:0:0:0:1,LOCALHOST:8080" })
	void aBrowserOnThisMachineCallsItByALoopbackName(String address, String host) {
		MockHttpServletRequest request = request(host);
		request.setRemoteAddr(address);

		assertThat(OwnPage.isOnThisMachine(request)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7,localhost:8080", "127.0.0.1,news.example:8080", "127.0.0.1,localhost.evil.example",
			"127.0.0.1,''", "127.0.0.1,127.0.0.1.evil.example:8080", "10.0.0.2,10.0.0.1:8080" })
	void othersAreNotOnThisMachine(String address, String host) {
		MockHttpServletRequest request = request(host);
		request.setRemoteAddr(address);

		assertThat(OwnPage.isOnThisMachine(request)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP" })
	void whoeverComesThroughAProxyIsNotOnThisMachine(String header) {
		assertThat(OwnPage.isOnThisMachine(request("localhost:8080", header, "127.0.0.1"))).isFalse();
	}

	@Test
	void theOriginIsTheOneThatTheBrowserKnows() {
		assertThat(OwnPage.origin(request("localhost:8080"))).isEqualTo("http://localhost:8080");
		assertThat(OwnPage.origin(request("news.example", "X-Forwarded-Proto", "https")))
			.isEqualTo("https://news.example");
		assertThat(OwnPage.origin(request("news.example", "Origin", "https://news.example")))
			.isEqualTo("https://news.example");
	}

	@Test
	void theCookieIsForThisHostAloneWhereThereIsHttps() {
		String plain = SessionCookie.none(request("localhost:8080")).toString();
		String secure = SessionCookie.none(request("news.example", "Origin", "https://news.example")).toString();

		assertThat(plain).startsWith("broadsheet-8080=;")
			.contains("HttpOnly", "SameSite=Strict")
			.doesNotContain("Secure");
		assertThat(secure).startsWith("__Host-broadsheet=;")
			.contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/;");
	}

	private static MockHttpServletRequest request(String host, String... headers) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", host);
		for (int n = 0; n < headers.length; n += 2) {
			if (headers[n + 1] != null) {
				request.addHeader(headers[n], headers[n + 1]);
			}
		}
		return request;
	}

}
