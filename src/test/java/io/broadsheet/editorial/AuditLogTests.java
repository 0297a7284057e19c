package io.broadsheet.editorial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.access.Permission;
import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class AuditLogTests {

	private static final String LOG = """
			query ($filter: AuditFilter, $first: Int, $after: String) {
			  auditLog(filter: $filter, first: $first, after: $after) {
			    totalCount
			    pageInfo { hasNextPage hasPreviousPage endCursor }
			    nodes { at by action targetId target { __typename id ... on Topic { name } } fromRevision note }
			  }
			}
			""";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private TestClock clock;

	@Autowired
	private AuditLog log;

	@Test
	void anEntrySaysWhoDidWhatWhenOnWhatAndFromWhichRevision() {
		Topic weirs = this.newsroom.topic("Weirs in the log");
		this.log.record(this.log.next(new AuditEntry.Done("Ada Wells", "draftPublish", weirs.id(), 7, "because")));

		JsonNode entry = ask(Map.of("filter", Map.of("by", List.of("Ada Wells")))).at("/nodes/0");

		assertThat(Instant.parse(entry.get("at").asString())).isEqualTo(this.clock.instant());
		assertThat(entry.get("action").asString()).isEqualTo("draftPublish");
		assertThat(entry.get("targetId").asString()).isEqualTo(weirs.id().value());
		assertThat(entry.at("/target/name").asString()).isEqualTo("Weirs in the log");
		assertThat(entry.get("fromRevision").asInt()).isEqualTo(7);
		assertThat(entry.get("note").asString()).isEqualTo("because");
	}

	@Test
	void whatIsNotThereAnyMoreIsStillNamedByItsId() {
		NodeId gone = NodeId.named(Topic.KIND, "gone-from-the-log");
		this.log.record(this.log.next(new AuditEntry.Done("Bert Gone", "topicDelete", gone, null, null)));

		JsonNode entry = ask(Map.of("filter", Map.of("targets", List.of(gone.value())))).at("/nodes/0");

		assertThat(entry.get("targetId").asString()).isEqualTo(gone.value());
		assertThat(entry.get("target").isNull()).isTrue();
		assertThat(entry.get("fromRevision").isNull()).isTrue();
	}

	@Test
	void pagesGoFromTheNewestToTheOldestAndSayHowManyThereAre() {
		NodeId target = NodeId.named(Topic.KIND, "paged-in-the-log");
		for (int i = 0; i < 7; i++) {
			this.log.record(this.log.next(new AuditEntry.Done("Cora", "topicUpdate", target, i, null)));
		}
		List<Integer> seen = new ArrayList<>();
		JsonNode page = ask(Map.of("filter", Map.of("targets", List.of(target.value())), "first", 3));
		page.get("nodes").forEach((node) -> seen.add(node.get("fromRevision").asInt()));
		while (page.at("/pageInfo/hasNextPage").asBoolean()) {
			page = ask(Map.of("filter", Map.of("targets", List.of(target.value())), "first", 3, "after",
					page.at("/pageInfo/endCursor").asString()));
			page.get("nodes").forEach((node) -> seen.add(node.get("fromRevision").asInt()));
			assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
		}

		assertThat(seen).containsExactly(6, 5, 4, 3, 2, 1, 0);
		assertThat(page.get("totalCount").asInt()).isEqualTo(7);
	}

	@Test
	void entriesAreFoundByActionAndTime() {
		this.clock.pass(Duration.ofHours(1));
		String start = this.clock.instant().toString();
		this.log.record(this.log.next(new AuditEntry.Done("Dora", "dorasAct", null, 1, null)));
		this.clock.pass(Duration.ofHours(1));
		this.log.record(this.log.next(new AuditEntry.Done("Dora", "dorasAct", null, 2, null)));

		assertThat(ask(Map.of("filter", Map.of("actions", List.of("dorasAct")))).get("totalCount").asInt())
			.isEqualTo(2);
		assertThat(ask(Map.of("filter",
				Map.of("actions", List.of("dorasAct"), "since", start, "before", this.clock.instant().toString())))
			.at("/nodes/0/fromRevision")
			.asInt()).isEqualTo(1);
	}

	@Test
	void whoDoesNotAdministerDoesNotSeeTheLog() {
		JsonNode answer = this.client.as("Nell", Permission.EDIT, Permission.PUBLISH).ask(LOG);

		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
		assertThat(answer.at("/errors/0/message").asString()).contains("ADMINISTER");
	}

	@Test
	void aCursorOfAnotherFilterIsRefused() {
		this.log.record(this.log.next(new AuditEntry.Done("Emil", "emilsAct", null, null, null)));
		this.log.record(this.log.next(new AuditEntry.Done("Emil", "emilsAct", null, null, null)));
		String cursor = ask(Map.of("first", 1)).at("/pageInfo/endCursor").asString();

		JsonNode answer = this.client.as("Root", Permission.ADMINISTER)
			.ask(LOG, Map.of("filter", Map.of("by", List.of("Emil")), "after", cursor));

		assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
	}

	private JsonNode ask(Map<String, ?> variables) {
		return this.client.as("Root", Permission.ADMINISTER).ask(LOG, variables).at("/data/auditLog");
	}

}
