package io.broadsheet.editorial;

import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class TopicMergeTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Topics topics;

	@Autowired
	private TopicMerging merging;

	@Autowired
	private MongoDatabase database;

	private NewsDesk desk;

	@BeforeEach
	void sitDown() {
		this.desk = NewsDesk.of(this.client);
	}

	@Test
	void articlesAndDraftsFollowAndTheOldIdAndSlugLeadToTheOther() {
		Topic trams = this.newsroom.topic("Merged trams");
		Topic transport = this.newsroom.topic("Merged transport");
		this.newsroom.publish(article("About trams alone").about(trams),
				article("About both of them").about(trams, transport),
				article("About transport alone").about(transport));
		String draft = this.desk
			.run("draftCreate", "draft { id }", Map.of("headline", "Trams tomorrow", "topics", List.of(id(trams))))
			.at("/draft/id")
			.asString();

		JsonNode merged = merge(trams, transport);

		assertThat(merged.get("errors")).isEmpty();
		assertThat(merged.at("/topic/aliases")).hasToString("[\"Merged trams\"]");
		assertThat(count("topic(by: { slug: \"merged-trams\" }) { articles { totalCount } }", "/topic/articles"))
			.isEqualTo(3);
		assertThat(this.desk.ask("{ node(id: \"%s\") { id } }".formatted(id(trams))).at("/node/id").asString())
			.isEqualTo(id(transport));
		for (String filter : List.of("topicsAny", "topicsAll")) {
			assertThat(count("articles(filter: { %s: [\"%s\"] }) { totalCount }".formatted(filter, id(trams)),
					"/articles"))
				.isEqualTo(3);
		}
		assertThat(this.desk.ask("{ draft(id: \"%s\") { topics { id } } }".formatted(draft)).at("/draft/topics"))
			.hasToString("[{\"id\":\"%s\"}]".formatted(id(transport)));
		assertThat(this.desk.ask("{ article(by: { slug: \"about-both-of-them\" }) { topics { name } } }")
			.at("/article/topics")).hasToString("[{\"name\":\"Merged transport\"}]");
		assertThat(this.desk.ask("{ suggest(prefix: \"merged tra\") { ... on Topic { id } } }").at("/suggest"))
			.hasToString("[{\"id\":\"%s\"}]".formatted(id(transport)));
	}

	@Test
	void chainsOfMergesLeadToTheirEnd() {
		Topic first = this.newsroom.topic("Chain first");
		Topic second = this.newsroom.topic("Chain second");
		Topic third = this.newsroom.topic("Chain third");
		this.newsroom.publish(article("At the chain's start").about(first));

		merge(first, second);
		JsonNode merged = merge(second, third);

		assertThat(merged.at("/topic/aliases")).hasToString("[\"Chain second\",\"Chain first\"]");
		assertThat(
				this.desk.ask("{ topic(by: { slug: \"chain-first\" }) { id articles { totalCount } } }").get("topic"))
			.hasToString("{\"id\":\"%s\",\"articles\":{\"totalCount\":1}}".formatted(id(third)));
	}

	@Test
	void aMergeThatIsSentAgainIsAnsweredAsTheFirstTime() {
		Topic from = this.newsroom.topic("Again from");
		Topic into = this.newsroom.topic("Again into");

		assertThat(merge(from, into)).isEqualTo(merge(from, into));
	}

	@Test
	void theLogSaysWhichTopicWasMergedIntoWhich() {
		Topic from = this.newsroom.topic("Logged from");
		Topic into = this.newsroom.topic("Logged into");
		merge(from, into);

		assertThat(this.desk
			.ask("{ auditLog(filter: { targets: [\"%s\"] }) { nodes { action note target { id } } } }"
				.formatted(id(from)))
			.at("/auditLog/nodes/0"))
			.hasToString("{\"action\":\"topicMerge\",\"note\":\"into Logged into, %1$s\",\"target\":{\"id\":\"%1$s\"}}"
				.formatted(id(into)));
	}

	@Test
	void aTopicIsNotMergedIntoItselfNorIntoWhatWasMergedIntoIt() {
		Topic from = this.newsroom.topic("Self from");
		Topic into = this.newsroom.topic("Self into");

		assertThat(NewsDesk.errors(merge(into, into))).containsExactly("NotAllowed");
		merge(from, into);
		assertThat(NewsDesk.errors(merge(into, from))).containsExactly("NotAllowed");
	}

	@Test
	void twoWhoMergeTopicsIntoEachOtherAtOnceLoseNeither() {
		for (int i = 0; i < 20; i++) {
			Topic one = this.newsroom.topic("Mutual one " + i);
			Topic other = this.newsroom.topic("Mutual other " + i);

			NewsDesk.together(List.of(() -> merge(one, other), () -> merge(other, one)));

			assertThat(this.topics.find(one.id())).isNotNull().isIn(this.topics.all());
			assertThat(this.topics.find(other.id())).isNotNull().isIn(this.topics.all());
		}
	}

	@Test
	void aMergeWhoseProcessDiedIsFinishedAtTheNextStart() {
		Topic from = this.newsroom.topic("Died from");
		Topic into = this.newsroom.topic("Died into");
		this.newsroom.publish(article("Whose merge died").about(from));
		this.topics.merge(from.id(), into.id());
		assertThat(this.topics.openMerges()).contains(from.id());

		this.merging.prepare();

		assertThat(this.topics.openMerges()).doesNotContain(from.id());
		assertThat(
				this.desk.ask("{ topic(by: { id: \"%s\" }) { aliases articles { totalCount } } }".formatted(id(into)))
					.get("topic"))
			.hasToString("{\"aliases\":[\"Died from\"],\"articles\":{\"totalCount\":1}}");
	}

	@Test
	void whatIsDueToAMergedTopicIsCountedWhenTheOtherIsToBeRemoved() {
		Topic from = this.newsroom.topic("Counted from");
		Topic into = this.newsroom.topic("Counted into");
		this.newsroom.publish(article("Still about that").about(from));
		merge(from, into);

		assertThat(this.desk.topic("Delete", Map.of("id", id(into))).at("/errors/0/message").asString())
			.contains("1 article refers");
	}

	@Test
	void aRemovedTopicTakesAlongWhatWasMergedIntoIt() {
		Topic from = this.newsroom.topic("Removed from");
		Topic into = this.newsroom.topic("Removed into");
		merge(from, into);

		assertThat(this.desk.topic("Delete", Map.of("id", id(into))).get("errors")).isEmpty();
		assertThat(this.desk.topic("Create", Map.of("name", "Removed from", "kind", "EVENT")).get("errors")).isEmpty();
	}

	@Test
	void anArticleThatIsStoredWithTheOldIdAfterTheMergeIsReadWithTheOther() {
		Topic from = this.newsroom.topic("Late from");
		Topic into = this.newsroom.topic("Late into");
		merge(from, into);

		this.newsroom.publish(article("Stored too late").about(from));

		assertThat(count("articles(filter: { topicsAny: [\"%s\"] }) { totalCount }".formatted(id(into)), "/articles"))
			.isEqualTo(1);
	}

	@Test
	void aCircleThatTwoProcessesLeftBehindHidesNeitherTopic() {
		Topic one = this.newsroom.topic("Left circle one");
		Topic other = this.newsroom.topic("Left circle other");
		mark(one, other);
		mark(other, one);

		Topic stands = this.topics.find(one.id());

		assertThat(stands).isNotNull().isEqualTo(this.topics.find(other.id()));
	}

	private void mark(Topic from, Topic into) {
		this.database.getCollection("topics")
			.updateOne(Filters.eq("_id", id(from)), Updates.set("mergedInto", id(into)));
		this.topics.change(from.id(), (topic) -> topic);
	}

	private int count(String query, String path) {
		return this.desk.ask("{ " + query + " }").at(path + "/totalCount").asInt();
	}

	private JsonNode merge(Topic from, Topic into) {
		return this.desk.topic("Merge", Map.of("from", id(from), "into", id(into)));
	}

	private static String id(Topic topic) {
		return topic.id().value();
	}

}
