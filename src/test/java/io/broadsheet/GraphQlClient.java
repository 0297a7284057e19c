package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.access.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway over HTTP, as a client would. */
@TestComponent
public class GraphQlClient {

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final ServletWebServerApplicationContext context;

	private final Editors editors;

	private final @Nullable String authorization;

	@Autowired
	GraphQlClient(ServletWebServerApplicationContext context, Editors editors) {
		this(context, editors, null);
	}

	private GraphQlClient(ServletWebServerApplicationContext context, Editors editors, @Nullable String authorization) {
		this.context = context;
		this.editors = editors;
		this.authorization = authorization;
	}

	/**
	 * A client of the same gateway with an editor's token.
	 * @param name the editor's name
	 * @param permissions what the editor may do
	 * @return the client; this one stays a reader's
	 */
	public GraphQlClient as(String name, Permission... permissions) {
		return new GraphQlClient(this.context, this.editors, "Bearer " + this.editors.token(name, permissions));
	}

	/**
	 * Asks without variables.
	 * @param document what to ask
	 * @return the whole answer
	 */
	public JsonNode ask(String document) {
		return ask(document, Map.of());
	}

	/**
	 * Asks.
	 * @param document what to ask
	 * @param variables the values of its variables
	 * @return the whole answer
	 */
	public JsonNode ask(String document, Map<String, ?> variables) {
		String body = this.json.writeValueAsString(Map.of("query", document, "variables", variables));
		HttpRequest.Builder request = HttpRequest.newBuilder(address("/graphql"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(BodyPublishers.ofString(body));
		if (this.authorization != null) {
			request.header("Authorization", this.authorization);
		}
		return this.json.readTree(send(request.build()).body());
	}

	/**
	 * Sends any request.
	 * @param request the request, to an {@link #address}
	 * @return the response
	 */
	public HttpResponse<String> send(HttpRequest request) {
		return send(this.http, request);
	}

	/**
	 * Sends any request.
	 * @param http what sends it
	 * @param request the request
	 * @return the response
	 */
	public static HttpResponse<String> send(HttpClient http, HttpRequest request) {
		try {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Where something is on the running gateway.
	 * @param path the path
	 * @return its address
	 */
	public URI address(String path) {
		return URI.create("http://localhost:" + Objects.requireNonNull(this.context.getWebServer()).getPort() + path);
	}

}
