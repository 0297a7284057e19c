package io.broadsheet.gateway;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.NodeClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** The clients by which sites and apps ask, with deferred fragments and by hashes. */
@GatewayTest
class DeferringClientsTests {

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Newsroom newsroom;

	@BeforeAll
	static void requireNode() {
		NodeClients.require();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			defer-apollo.mjs, Defer20220824Handler
			defer-apollo.mjs, GraphQL17Alpha9Handler
			defer-urql.mjs,   ''
			defer-relay.mjs,  ''
			""")
	void aPageIsShownHeadFirstAndThenWhole(String script, String handler) {
		this.newsroom.publish(article("Deferred by clients").in("fy"), article("Beside the deferred").in("fy"));

		JsonNode states = JsonMapper.shared()
			.readTree(NodeClients.run(script, this.api.address("/graphql").toString(), "deferred-by-clients", handler));

		assertThat(states.get(0).at("/article/headline").asString()).isEqualTo("Deferred by clients");
		assertThat(states.get(0).get("article").has("related")).isFalse();
		JsonNode page = states.get(states.size() - 1).get("article");
		assertThat(page.at("/related/0/article/headline").asString()).isEqualTo("Beside the deferred");
		assertThat(page.at("/share/total").isInt()).isTrue();
	}

	@Test
	void apollosLinkAsksByHashAndSendsTheDocumentOnce() {
		JsonNode asked = JsonMapper.shared()
			.readTree(NodeClients.run("persisted-apollo.mjs", this.api.address("/graphql").toString()));

		assertThat(asked.get("requests")).hasToString("[\"GET hash\",\"POST query\",\"GET hash\"]");
	}

}
