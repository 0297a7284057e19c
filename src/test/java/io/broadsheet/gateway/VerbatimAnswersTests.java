package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that come again, byte for byte. */
@GatewayTest
class VerbatimAnswersTests {

	/** The first has it executed, the second is read, the third is known. */
	private static final int UNTIL_KNOWN = 3;

	private final GraphQlClient client;

	private final Newsroom newsroom;

	private final VerbatimAnswers answers;

	private final RawConnection connection;

	VerbatimAnswersTests(@Autowired GraphQlClient client, @Autowired Newsroom newsroom,
			@Autowired VerbatimAnswers answers) throws IOException {
		this.client = client;
		this.newsroom = newsroom;
		this.answers = answers;
		this.connection = new RawConnection(client.address("/"));
	}

	@AfterEach
	void leave() throws IOException {
		this.connection.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Connection: keep-alive\r\n", "Accept-Encoding: identity\r\n",
			"Accept: application/graphql-response+json\r\nCookie: a=b\r\n" })
	void theyAreAnsweredAsTheyWere(String headers) throws IOException {
		String request = request("{ sections { name id } } # again", headers);

		responses(request, 1);
		String read = responses(request, 1).getFirst();
		awaitKnown(request);

		assertThat(responses(request, 2)).allSatisfy((known) -> assertThat(lasting(known)).isEqualTo(lasting(read)));
	}

	@Test
	void whatIsCompressedIsAnsweredSo() throws IOException {
		String document = "{ __schema { types { name } } } # compressed";
		responses(request(document, ""), 1);
		String request = request(document, "Accept-Encoding: gzip\r\n");

		String read = responses(request, 1).getFirst();
		awaitKnown(request);

		assertThat(read).contains("Content-Encoding: gzip");
		assertThat(lasting(responses(request, 1).getFirst())).isEqualTo(lasting(read));
	}

	@Test
	void whoHasTheAnswerIsToldSo() throws IOException {
		String get = "GET /graphql?query=%7Bsections%7Bslug%7D%7D HTTP/1.1\r\nHost: localhost\r\n";
		String tag = this.connection.send(get + "\r\n")
			.readResponse()
			.lines()
			.filter((line) -> line.startsWith("ETag: "))
			.findFirst()
			.orElseThrow()
			.substring(6);
		String request = get + "If-None-Match: " + tag + "\r\n\r\n";

		String read = responses(request, 1).getFirst();
		awaitKnown(request);

		assertThat(read).startsWith("HTTP/1.1 304").doesNotContain("sections\":");
		assertThat(lasting(responses(request, 1).getFirst())).isEqualTo(lasting(read));
	}

	@Test
	void aChangeIsSeenAtOnce() throws IOException {
		String request = request("{ article(by: { slug: \"again-and-changed\" }) { brief } }", "");
		for (String brief : new String[] { "First.", "Second." }) {
			this.newsroom.publish(Newsroom.article("Again and changed").brief(brief));

			assertThat(responses(request, UNTIL_KNOWN)).allSatisfy((response) -> assertThat(response).contains(brief));
		}
	}

	@Test
	void thoseThatComeTogetherAreAnsweredOneByOne() throws IOException {
		String request = request("{ sections { name } } # together", "");
		responses(request, UNTIL_KNOWN);

		this.connection.send(request + request);

		assertThat(this.connection.readResponse()).startsWith("HTTP/1.1 200").endsWith("}}");
		assertThat(this.connection.readResponse()).startsWith("HTTP/1.1 200").endsWith("}}");
		assertThat(isKnown(request + request)).isFalse();
	}

	@Test
	void oneThatComesInPiecesIsAnswered() throws IOException {
		String request = request("{ sections { name } } # in pieces", "");
		responses(request, UNTIL_KNOWN);
		for (int cut : new int[] { 1, 20, request.indexOf("\r\n\r\n") + 4, request.length() - 1 }) {
			this.connection.send(request.substring(0, cut)).send(request.substring(cut));

			assertThat(this.connection.readResponse()).startsWith("HTTP/1.1 200").endsWith("}}");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Connection: close\r\n", "Authorization: Bearer none\r\n", "X-Forwarded-For: 192.0.2.1\r\n" })
	void whatIsAnsweredInAWayOfItsOwnIsNotKnown(String header) throws IOException {
		String request = request("{ sections { name } } # own", header);
		for (int n = 0; n < UNTIL_KNOWN; n++) {
			try (RawConnection own = new RawConnection(this.client.address("/"))) {
				own.send(request).readResponse();
			}
		}

		assertThat(isKnown(request)).isFalse();
	}

	private List<String> responses(String request, int times) throws IOException {
		Stream.Builder<String> responses = Stream.builder();
		for (int n = 0; n < times; n++) {
			responses.add(this.connection.send(request).readResponse());
		}
		return responses.build().toList();
	}

	/**
	 * A response may be there before it is remembered, and whoever asks again while the
	 * server still looks at the connection is not met where it is read.
	 */
	private void awaitKnown(String request) {
		Awaitility.await().until(() -> {
			responses(request, 1);
			return isKnown(request);
		});
	}

	private boolean isKnown(String request) {
		return this.answers.answer(request.getBytes(StandardCharsets.UTF_8), "127.0.0.1", ByteBuffer.allocate(65_536));
	}

	/** Head and body, without what is of the moment. */
	private static Set<String> lasting(String response) {
		Set<String> lines = new TreeSet<>(response.lines().toList());
		lines.removeIf((line) -> line.startsWith("Date: ") || line.startsWith("Age: "));
		return lines;
	}

	private static String request(String document, String headers) {
		String body = "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}";
		return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
				+ "Content-Length: " + body.length() + "\r\n\r\n" + body;
	}

}
