package io.broadsheet.search;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists that cannot be answered, and what clients are told of them. */
@GatewayTest
class WrongListTests {

	private final Newsroom newsroom;

	private final GraphQlClient client;

	@Autowired
	WrongListTests(Newsroom newsroom, GraphQlClient client) {
		this.newsroom = newsroom;
		this.client = client;
	}

	@Test
	void whatCannotBeAnsweredIsToldWhereItIs() {
		assertWrong("articles(first: 101) { totalCount }", "first");
		assertWrong("articles(first: -1) { totalCount }", "first");
		assertWrong("articles(first: 1, last: 1) { totalCount }", "last");
		assertWrong("articles(after: \"nonsense\") { totalCount }", "after");
		assertWrong("topics(before: \"\") { totalCount }", "before");
		assertWrong("articles(filter: {sections: [\"nonsense\"]}) { totalCount }", "sections");
		assertWrong("articles(filter: {languages: [\"xx_bad!\"]}) { totalCount }", "languages");
		assertWrong("articles(filter: {publishedAfter: \"yesterday\"}) { totalCount }", "publishedAfter");
		assertWrong("article(by: {url: \"nonsense\"}) { id }", "url");
		assertWrong("""
				articles(filter: {publishedAfter: "2026-02-01T00:00:00Z", publishedBefore: "2026-01-01T00:00:00Z"}) {
				  totalCount }""", "publishedAfter");
		this.newsroom.publish(article("Wrong lists are told"));
		JsonNode list = this.client.ask("{ articles(first: 1) { pageInfo { endCursor } } }");
		assertWrong("articles(orderBy: {field: HEADLINE, direction: ASC}, after: \"%s\") { totalCount }"
			.formatted(list.at("/data/articles/pageInfo/endCursor").asString()), "after");
	}

	private void assertWrong(String field, String argument) {
		JsonNode answer = this.client.ask("{ " + field + " }");
		assertThat(answer.at("/errors/0/extensions/code").asString()).as(field + answer).isEqualTo("BAD_USER_INPUT");
		assertThat(answer.at("/errors/0").toString()).contains(argument);
	}

}
