package io.broadsheet;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers were told who share one article. */
class ShareLedger extends Ledger {

	private static final String SHARE = """
			mutation($id: ID!, $key: String!) {
			  shareRecord(input: {articleId: $id, channel: EMAIL, idempotencyKey: $key}) { errors { message } }
			}""";

	private static final String COUNT = "query($id: ID!) { node(id: $id) { ... on Article { share { total } } } }";

	private final Instance gateway;

	private final String article;

	private final Set<String> keys = ConcurrentHashMap.newKeySet();

	ShareLedger(Instance gateway, String article) {
		this.gateway = gateway;
		this.article = article;
	}

	@Override
	protected void act(String name) {
		var answer = insist(() -> this.gateway.ask(SHARE, Map.of("id", this.article, "key", name)));
		assertThat(answer.at("/shareRecord/errors")).isEmpty();
		this.keys.add(name);
	}

	/** Each share that was acknowledged is counted, once. */
	void check() throws IOException {
		assertThat(this.gateway.ask(COUNT, Map.of("id", this.article)).at("/data/node/share/total").asInt())
			.isEqualTo(this.keys.size());
	}

}
