package io.broadsheet.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.broadsheet.gateway.ContentChanges.Moment;
import io.broadsheet.gateway.ContentChanges.Validity;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeSettled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentChangesTests {

	private static final NodeId BRIDGE = NodeId.named('A', "bridge");

	private static final NodeId FERRY = NodeId.named('A', "ferry");

	private final ContentChanges changes = new ContentChanges();

	@Test
	void whatIsMadeOfSomethingIsValidUntilThatChanges() {
		Validity validity = made(this.changes.now(), BRIDGE.value());

		assertThat(validity.lasts()).isTrue();
		change(FERRY);
		assertThat(validity.lasts()).isTrue();
		change(BRIDGE);
		assertThat(validity.lasts()).isFalse();
	}

	@Test
	void aListChangesWithEachOfItsKind() {
		Validity validity = made(this.changes.now(), "articles");

		change(FERRY);

		assertThat(validity.lasts()).isFalse();
	}

	@Test
	void sharesChangeWhatTellsOfThemAlone() {
		NodeId shares = new NodeId("C" + BRIDGE.value().substring(1));
		Validity article = made(this.changes.now(), BRIDGE.value(), "articles");
		Validity counted = made(this.changes.now(), BRIDGE.value(), shares.value());
		Validity trending = made(this.changes.now(), "shares");

		change(shares);

		assertThat(article.lasts()).isTrue();
		assertThat(counted.lasts()).isFalse();
		assertThat(trending.lasts()).isFalse();
	}

	@Test
	void whatWasBegunBeforeAChangeIsNeverValid() {
		Moment begin = this.changes.now();

		change(FERRY);
		change(BRIDGE);

		assertThat(this.changes.validity(begin, Set.of(BRIDGE.value()))).isNull();
		assertThat(this.changes.validity(begin, Set.of(FERRY.value()))).isNull();
		assertThat(made(begin, NodeId.named('A', "pier").value()).lasts()).isTrue();
	}

	@Test
	void whatWasBegunAfterAChangeIsValid() {
		change(BRIDGE);

		assertThat(made(this.changes.now(), BRIDGE.value()).lasts()).isTrue();
	}

	@Test
	void nothingIsValidAfterChangesThatNobodyTold() {
		Validity validity = made(this.changes.now(), BRIDGE.value());
		Moment begin = this.changes.now();

		this.changes.anythingMayHaveChanged();

		assertThat(validity.lasts()).isFalse();
		assertThat(this.changes.validity(begin, Set.of(BRIDGE.value()))).isNull();
		assertThat(made(this.changes.now(), BRIDGE.value()).lasts()).isTrue();
	}

	private Validity made(Moment since, String... tags) {
		return Objects.requireNonNull(this.changes.validity(since, List.of(tags)));
	}

	private void change(NodeId node) {
		this.changes.changed(new ChangeSettled(Set.of(node)));
	}

}
