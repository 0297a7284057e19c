package io.broadsheet.editorial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.GraphQlClient;
import io.broadsheet.access.Permission;
import tools.jackson.databind.JsonNode;

/** An editor at work: the drafts' mutations over HTTP, as one person sends them. */
final class Desk {

	private static final String PAYLOAD = """
			{
			  draft {
			    id revision status headline slug brief markdown language editorsComment
			    section { id } authors { id } topics { id } image { url alt decorative }
			    article { id slug headline } createdBy updatedBy scheduledFor possibleSteps
			  }
			  errors {
			    __typename message path
			    ... on SlugTaken { free }
			    ... on RevisionConflict { changedFields current { id revision status headline brief } }
			  }
			}
			""";

	private final GraphQlClient client;

	Desk(GraphQlClient client, String name, Permission... permissions) {
		this.client = client.as(name, permissions);
	}

	/** Somebody who may write and publish. */
	static Desk of(GraphQlClient client, String name) {
		return new Desk(client, name, Permission.EDIT, Permission.PUBLISH);
	}

	Draft create(Map<String, ?> input) {
		return send("draftCreate", "DraftCreateInput", input);
	}

	Draft update(Draft draft, Map<String, ?> changes) {
		return step("draftUpdate", "DraftUpdateInput", draft, changes);
	}

	Draft submit(Draft draft) {
		return step("draftSubmit", "DraftStepInput", draft, Map.of());
	}

	Draft giveBack(Draft draft) {
		return step("draftReturn", "DraftStepInput", draft, Map.of());
	}

	Draft publish(Draft draft) {
		return step("draftPublish", "DraftStepInput", draft, Map.of());
	}

	Draft schedule(Draft draft, Map<String, ?> times) {
		return step("draftSchedule", "DraftScheduleInput", draft, times);
	}

	Draft unschedule(Draft draft) {
		return step("draftUnschedule", "DraftStepInput", draft, Map.of());
	}

	Draft discard(Draft draft) {
		return step("draftDiscard", "DraftStepInput", draft, Map.of());
	}

	Draft restore(Draft draft, int revision) {
		return step("draftRestore", "DraftRestoreInput", draft, Map.of("revision", revision));
	}

	/** A draft as it is now. */
	JsonNode look(Draft draft, String selection) {
		return ask("{ draft(id: \"%s\") %s }".formatted(draft.id(), selection)).at("/data/draft");
	}

	JsonNode ask(String document) {
		return this.client.ask(document);
	}

	private Draft step(String mutation, String type, Draft draft, Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(more);
		input.put("id", draft.id());
		input.put("expectedRevision", draft.revision());
		return send(mutation, type, input);
	}

	private Draft send(String mutation, String type, Map<String, ?> input) {
		String document = "mutation ($input: %s!) { %s(input: $input) %s }".formatted(type, mutation, PAYLOAD);
		JsonNode answer = this.client.ask(document, Map.of("input", input));
		if (answer.has("errors")) {
			throw new AssertionError(answer.get("errors").toString());
		}
		return new Draft(answer.at("/data/" + mutation));
	}

	/**
	 * What an editor sees of a draft after a step.
	 *
	 * @param payload what the mutation answered
	 */
	record Draft(JsonNode payload) {

		String id() {
			return get("id");
		}

		int revision() {
			return this.payload.at("/draft/revision").asInt();
		}

		String status() {
			return get("status");
		}

		/** A field as text; empty where there is none. */
		String get(String field) {
			return this.payload.at("/draft/" + field).asStringOpt().orElse("");
		}

		/** The kind of the first thing that is wrong; empty if nothing is. */
		String error() {
			return this.payload.at("/errors/0/__typename").asStringOpt().orElse("");
		}

		/** The kinds of all that is wrong. */
		List<String> allErrors() {
			return errors().valueStream().map((error) -> error.get("__typename").asString()).toList();
		}

		JsonNode errors() {
			return this.payload.get("errors");
		}

	}

}
