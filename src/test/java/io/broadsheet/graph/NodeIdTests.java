package io.broadsheet.graph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NodeIdTests {

	@Test
	void theSameNameHasTheSameIdEverywhere() {
		assertThat(NodeId.named('A', "tollingfords-night-trams-scrape-through")).hasToString("AUxCN_2RUwCRtIho7");
	}

	@Test
	void namesOfAnotherKindHaveOtherIds() {
		assertThat(NodeId.named('A', "bridge").value().substring(1))
			.isNotEqualTo(NodeId.named('T', "bridge").value().substring(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "aUxCN_2RUwCRtIho7", "AUxCN_2RUwCRtIho", "AUxCN_2RUwCRtIho77",
			"AUxCN+2RUwCRtIho7", "A\u0000xCN_2RUwCRtIho7" })
	void whatIsNoIdIsRefused(String text) {
		assertThatExceptionOfType(Problem.BadUserInput.class).isThrownBy(() -> new NodeId(text));
	}

	@Test
	void anIdOfAnotherKindIsRefused() {
		assertThatExceptionOfType(Problem.BadUserInput.class)
			.isThrownBy(() -> NodeId.parse("AUxCN_2RUwCRtIho7", 'T', "a topic"))
			.withMessageContaining("not the id of a topic");
	}

}
