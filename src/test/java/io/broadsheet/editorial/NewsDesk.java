package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.broadsheet.GraphQlClient;
import io.broadsheet.access.Permission;
import tools.jackson.databind.JsonNode;

/** An editor at work, and what they are told. */
record NewsDesk(GraphQlClient client) {

	static NewsDesk of(GraphQlClient client) {
		return new NewsDesk(client.as("Nell", Permission.EDIT, Permission.PUBLISH, Permission.ADMINISTER));
	}

	/**
	 * Runs a mutation whose only argument is its input.
	 * @param name the mutation
	 * @param fields what to ask of its payload beside the errors
	 * @param input the input
	 * @return its payload
	 */
	JsonNode run(String name, String fields, Map<String, ?> input) {
		String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Input";
		String document = "mutation ($input: %s!) { %s(input: $input) { %s errors { __typename message path ... on SlugTaken { free } } } }"
			.formatted(type, name, fields);
		JsonNode answer = this.client.ask(document, Map.of("input", input));
		if (answer.has("errors")) {
			throw new AssertionError(answer.toString());
		}
		return answer.at("/data/" + name);
	}

	JsonNode author(String action, Map<String, ?> input) {
		return run("author" + action, "author { id slug name bio avatar { url alt } url }", input);
	}

	JsonNode topic(String action, Map<String, ?> input) {
		return run("topic" + action, "topic { id slug name description kind aliases url }", input);
	}

	JsonNode section(String action, Map<String, ?> input) {
		return run("section" + action, "section { id slug name description parent { id } ancestors { id } url }",
				input);
	}

	JsonNode article(String mutation, Map<String, ?> input) {
		return run(mutation, "article { id headline corrections { kind text at } updatedAt publishedAt "
				+ "editorsPicks { id } retraction { text } jsonLd }", input);
	}

	JsonNode ask(String document) {
		return this.client.ask(document).get("data");
	}

	/** Does things at the same time, and waits for all of them. */
	static List<JsonNode> together(List<Callable<JsonNode>> things) {
		try (ExecutorService editors = Executors.newFixedThreadPool(things.size())) {
			List<JsonNode> answers = new ArrayList<>();
			for (Future<JsonNode> answer : editors.invokeAll(things)) {
				answers.add(answer.get());
			}
			return answers;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The names of the types of a payload's errors. */
	static List<String> errors(JsonNode payload) {
		List<String> types = new ArrayList<>();
		payload.get("errors").forEach((error) -> types.add(error.get("__typename").asString()));
		return types;
	}

}
