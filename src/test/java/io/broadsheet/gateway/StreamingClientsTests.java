package io.broadsheet.gateway;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.NodeClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** The reference clients of the protocols by which operations are streamed. */
@GatewayTest
class StreamingClientsTests {

	@Autowired
	private GraphQlClient api;

	@Autowired
	private Newsroom newsroom;

	@BeforeAll
	static void requireNode() {
		NodeClients.require();
	}

	@ParameterizedTest
	@ValueSource(strings = { "graphql-ws", "graphql-sse" })
	void aClientAsksIsRefusedSharesAndHears(String name) {
		ArticleBuilder story = article("Heard by " + name);
		this.newsroom.publish(story);

		JsonNode heard = JsonMapper.shared()
			.readTree(NodeClients.run(name + ".mjs", this.api.address("/graphql").toString(), story.id().value()));

		assertThat(heard.at("/answer/data/__typename").asString()).isEqualTo("Query");
		assertThat(heard.at("/code").asString()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
		assertThat(heard.at("/heard").asInt()).isEqualTo(heard.at("/shared").asInt());
	}

}
