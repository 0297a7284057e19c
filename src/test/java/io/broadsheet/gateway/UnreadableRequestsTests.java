package io.broadsheet.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the web server itself refuses is answered in GraphQL's form too. */
@GatewayTest
class UnreadableRequestsTests {

	@Autowired
	private GraphQlClient client;

	@Test
	void bracesMayBeLeftAsTheyAre() throws IOException {
		assertThat(send("GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200")
			.endsWith("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 8001, 20_000, 40_000, 200_000 })
	void anAddressThatIsTooLongIsToldSo(int length) throws IOException {
		assertThat(send("GET /graphql?query=" + "a".repeat(length)
				+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 414")
			.contains("Content-Type: application/json", "\"code\":\"BAD_USER_INPUT\"", "send a longer query by POST");
	}

	@Test
	void headersThatAreTooLargeAreToldSo() throws IOException {
		assertThat(send("GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
				+ "a".repeat(40_000) + "\r\n\r\n"))
			.startsWith("HTTP/1.1 431")
			.contains("The headers are too large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /graphql?query=\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"GET /graphql HTTP/1.1\r\n\r\n", "G(ET /graphql HTTP/1.1\r\nHost: localhost\r\n\r\n" })
	void whatIsNoHttpIsToldSo(String request) throws IOException {
		assertThat(send(request)).startsWith("HTTP/1.1 400")
			.contains("\"code\":\"BAD_USER_INPUT\"", "\"traceId\"")
			.doesNotContain("<html", "Tomcat");
	}

	private String send(String request) throws IOException {
		URI server = this.client.address("/");
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
