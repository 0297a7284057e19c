package io.broadsheet.related;

import java.util.List;

import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackedRelatedTests {

	private static final NodeId BRIDGE = NodeId.named('A', "bridge");

	private static final NodeId FERRY = NodeId.named('A', "ferry");

	private static final Reason PICK = new Reason(Reason.Kind.EDITORS_PICK, 0.25, List.of(), List.of(), null,
			List.of());

	private static final Reason TEXT = new Reason(Reason.Kind.SIMILAR_TEXT, 0.125, List.of(), List.of(), null,
			List.of("Penny Bridge", "Überfahrt 渡し船"));

	private static final Reason SECTION = new Reason(Reason.Kind.SAME_SECTION, 1 / 3.0,
			List.of(NodeId.named('T', "rivers"), NodeId.named('T', "boats")), List.of(NodeId.named('U', "ada")),
			NodeId.named('S', "town"), List.of());

	private static final Related RELATED = new Related("pt-BR",
			List.of(new Related.Story(BRIDGE, 0.7, List.of(PICK, TEXT, SECTION))), List.of(FERRY));

	@Test
	void storiesAreUnpackedAsTheyWerePacked() {
		assertThat(PackedRelated.of(RELATED).unpacked())
			.isEqualTo(new Related(RELATED.language(), RELATED.stories(), List.of()));
	}

	@Test
	void nothingStaysNothing() {
		assertThat(PackedRelated.of(Related.NOTHING).unpacked()).isEqualTo(Related.NOTHING);
	}

	@Test
	void aChangeOfAStoryOrOfTheNextOneMatters() {
		PackedRelated packed = PackedRelated.of(RELATED);
		assertThat(packed.mayHave(BRIDGE)).isTrue();
		assertThat(packed.mayHave(FERRY)).isTrue();
		assertThat(packed.mayHave(NodeId.named('A', "airship"))).isFalse();
	}

}
