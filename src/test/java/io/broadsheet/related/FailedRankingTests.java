package io.broadsheet.related;

import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;

/** A ranking that fails costs readers the related stories and nothing else. */
@GatewayTest
class FailedRankingTests {

	private final Newsroom newsroom;

	private final GraphQlClient client;

	private final MeterRegistry meters;

	@MockitoBean
	private RelatedStories stories;

	@Autowired
	FailedRankingTests(Newsroom newsroom, GraphQlClient client, MeterRegistry meters) {
		this.newsroom = newsroom;
		this.client = client;
		this.meters = meters;
	}

	@Test
	void whenTheRankingFailsTheArticleIsServedWithoutIt() {
		BDDMockito.given(this.stories.find(anyCollection())).willThrow(new IllegalStateException("index corrupt"));
		this.newsroom.publish(article("Failed ranking"));
		JsonNode answer = this.client.ask("""
				query ($slug: String!) { article(by: {slug: $slug}) { headline related { score } } }""",
				Map.of("slug", "failed-ranking"));
		assertThat(answer.at("/data/article/headline").asString()).isEqualTo("Failed ranking");
		assertThat(answer.at("/data/article/related").isNull()).isTrue();
		JsonNode error = answer.at("/errors/0");
		assertThat(error.get("path").toString()).isEqualTo("[\"article\",\"related\"]");
		assertThat(error.at("/extensions/code").asString()).isEqualTo("INTERNAL_SERVER_ERROR");
		assertThat(answer.toString()).doesNotContain("corrupt");
	}

	@Test
	void aRankingThatFailedIsMeasured() {
		BDDMockito.given(this.stories.find(anyCollection())).willThrow(new IllegalStateException("index corrupt"));
		this.newsroom.publish(article("Failed and measured"));

		this.client.ask("{ article(by: {slug: \"failed-and-measured\"}) { related { score } } }");

		assertThat(this.meters.get("graphql.dataloader")
			.tags("graphql.loader.name", "related", "graphql.outcome", "ERROR")
			.timer()
			.count()).isPositive();
	}

}
