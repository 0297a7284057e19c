package io.broadsheet.share;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ShareRecordTests {

	private static final String RECORD = """
			mutation ($input: ShareRecordInput!) {
			  shareRecord(input: $input) { share { total } errors { __typename message path } }
			}
			""";

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Test
	void theSameKeyTwiceCountsOnceAndIsAnsweredAlike() {
		ArticleBuilder story = article("Ferry runs again");
		this.newsroom.publish(story);

		JsonNode first = share(story, "X", "ferry-1");
		JsonNode second = share(story, "X", "ferry-1");

		assertThat(first.at("/data/shareRecord/share/total").asInt()).isEqualTo(1);
		assertThat(second).isEqualTo(first);
	}

	@Test
	void aThousandConcurrentRecordsWithAHundredRepeatedKeysCountNineHundred() throws Exception {
		ArticleBuilder story = article("Everybody shares this");
		this.newsroom.publish(story);
		List<Callable<JsonNode>> records = IntStream.range(0, 1_000)
			.<Callable<JsonNode>>mapToObj((n) -> () -> share(story, (n % 2 == 0) ? "X" : "EMAIL", "all-" + n % 900))
			.toList();

		try (ExecutorService readers = Executors.newFixedThreadPool(32)) {
			for (Future<JsonNode> record : readers.invokeAll(records)) {
				assertThat(record.get().at("/data/shareRecord/errors")).isEmpty();
			}
		}

		JsonNode answer = this.client.ask("{ article(by: {id: \"" + story.id() + "\"}) { share { total } } }");
		assertThat(answer.at("/data/article/share/total").asInt()).isEqualTo(900);
	}

	@Test
	void anUnknownArticleIsATypedError() {
		JsonNode answer = record(Map.of("articleId", "A0000000000000000", "channel", "X", "idempotencyKey", "u-1"));

		assertThat(answer.at("/data/shareRecord/share").isNull()).isTrue();
		assertThat(answer.at("/data/shareRecord/errors/0/__typename").asString()).isEqualTo("NotFound");
		assertThat(answer.at("/data/shareRecord/errors/0/path").toString()).isEqualTo("[\"input\",\"articleId\"]");
	}

	@Test
	void everythingWrongIsToldAtOnce() {
		JsonNode answer = record(Map.of("articleId", "nonsense", "channel", "X", "idempotencyKey", "has space"));

		assertThat(answer.at("/data/shareRecord/errors")).hasSize(2);
	}

	@Test
	void aKeyOfAnotherActionIsRefused() {
		ArticleBuilder story = article("Two channels, one key");
		this.newsroom.publish(story);
		share(story, "X", "twice-used");

		JsonNode answer = share(story, "REDDIT", "twice-used");

		assertThat(answer.at("/data/shareRecord/errors/0/__typename").asString()).isEqualTo("InvalidInput");
	}

	private JsonNode share(ArticleBuilder story, String channel, String key) {
		return record(Map.of("articleId", story.id().value(), "channel", channel, "idempotencyKey", key));
	}

	private JsonNode record(Map<String, String> input) {
		return this.client.ask(RECORD, Map.of("input", input));
	}

}
