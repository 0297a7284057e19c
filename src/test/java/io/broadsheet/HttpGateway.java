package io.broadsheet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway as its clients know it: at a port of this machine. */
public class HttpGateway {

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final JsonMapper json = JsonMapper.builder().build();

	private final int port;

	/**
	 * @param port where it listens
	 */
	public HttpGateway(int port) {
		this.port = port;
	}

	/** Where it listens. */
	public final int port() {
		return this.port;
	}

	/** Where something is on it. */
	public final URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Asks it. */
	public final JsonNode ask(String document, Map<String, ?> variables) throws IOException {
		return this.json.readTree(post(document, variables).body());
	}

	/** Asks it as whoever has a token. */
	public final JsonNode askWith(String token, String document, Map<String, ?> variables) throws IOException {
		return this.json
			.readTree(send(question(document, variables).header("Authorization", "Bearer " + token).build()).body());
	}

	/** Asks it, and tells all that it answers. */
	public final HttpResponse<String> post(String document, Map<String, ?> variables) throws IOException {
		return send(question(document, variables).build());
	}

	/** What it answers at an address. */
	public final HttpResponse<String> get(String path) throws IOException {
		return send(HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(5)).build());
	}

	private HttpRequest.Builder question(String document, Map<String, ?> variables) {
		String body = this.json.writeValueAsString(Map.of("query", document, "variables", variables));
		return HttpRequest.newBuilder(address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/graphql-response+json")
			.timeout(Duration.ofSeconds(20))
			.POST(BodyPublishers.ofString(body));
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
