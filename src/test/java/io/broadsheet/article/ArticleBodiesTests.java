package io.broadsheet.article;

import io.broadsheet.GatewayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ArticleBodiesTests {

	@Autowired
	private ArticleBodies bodies;

	@Test
	void bodyThatWasReadLatelyIsNotParsedAgain() {
		Article story = article("Ferry stays in harbour").saying("The *Owl* stays.").build();

		assertThat(this.bodies.of(story)).isSameAs(this.bodies.of(story));
	}

	@Test
	void changedTextIsAnotherBody() {
		Article before = article("Ferry sails").saying("At *noon*.").build();
		Article after = article("Ferry sails").saying("At *one*.").build();

		assertThat(this.bodies.of(before).html()).isEqualTo("<p>At <em>noon</em>.</p>");
		assertThat(this.bodies.of(after).html()).isEqualTo("<p>At <em>one</em>.</p>");
	}

}
