package io.broadsheet.editorial;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DraftWithdrawalTests {

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private DraftRepository drafts;

	@Autowired
	private DraftWithdrawal withdrawal;

	@Autowired
	private TestClock clock;

	@Test
	void aScheduleThatWasMadeBeforeNobodyReadsTheArticleAnyMoreIsOff() {
		Desk wes = Desk.of(this.client, "Wes");
		Desk.Draft draft = revised("Scheduled and withdrawn");
		schedule(draft);

		withdraw(draft, "Scheduled and withdrawn");

		assertThat(
				wes.look(draft, "{ status scheduledFor updatedBy history(first: 1) { nodes { action } } }").toString())
			.isEqualTo("{\"status\":\"IN_REVIEW\",\"scheduledFor\":null,\"updatedBy\":\"Nell\","
					+ "\"history\":{\"nodes\":[{\"action\":\"draftUnschedule\"}]}}");
	}

	@Test
	void whatIsScheduledKnowinglyAfterwardsStaysSoWhenTheGatewayStartsAgain() {
		Desk wes = Desk.of(this.client, "Wes");
		Desk.Draft draft = revised("Withdrawn and scheduled");
		withdraw(draft, "Withdrawn and scheduled");
		this.clock.pass(Duration.ofMinutes(1));
		schedule(draft);

		this.withdrawal.prepare();

		assertThat(wes.look(draft, "{ status }").get("status").asString()).isEqualTo("SCHEDULED");
	}

	private Desk.Draft revised(String headline) {
		ArticleBuilder story = article(headline);
		this.newsroom.publish(story);
		return Desk.of(this.client, "Wes").create(Map.of("from", story.id().value()));
	}

	private void schedule(Desk.Draft draft) {
		Draft stored = Objects.requireNonNull(this.drafts.find(new NodeId(draft.id())));
		Draft scheduled = stored
			.after(Step.SCHEDULE, DraftStatus.SCHEDULED, stored.content(), "Wes", this.clock.instant())
			.due(new Draft.Schedule(this.clock.instant().plusSeconds(3600), "Wes", null));
		assertThat(this.drafts.replace(stored, scheduled)).isTrue();
	}

	private void withdraw(Desk.Draft draft, String reason) {
		NewsDesk.of(this.client).article("articleWithdraw", Map.of("id", draft.get("article/id"), "reason", reason));
	}

}
