package io.broadsheet.section;

import java.util.List;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@GatewayTest
class SectionTests {

	@Autowired
	private Sections sections;

	@Autowired
	private GraphQlClient client;

	@Test
	void ancestorsAreToldRootFirstAndChildrenInTheNewsroomsOrder() {
		Section root = section("tree-root", null, 0);
		Section second = section("tree-second", root, 2);
		Section first = section("tree-first", root, 1);
		Section leaf = section("tree-leaf", first, 0);
		this.sections.save(List.of(root, second, first, leaf));

		JsonNode answer = this.client.ask("""
				{
				  leaf: section(by: {slug: "tree-leaf"}) { parent { slug } ancestors { slug } }
				  root: section(by: {slug: "tree-root"}) { children { slug } }
				}
				""");

		assertThat(answer.at("/data/leaf/ancestors").findValuesAsString("slug")).containsExactly("tree-root",
				"tree-first");
		assertThat(answer.at("/data/leaf/parent/slug").asString()).isEqualTo("tree-first");
		assertThat(answer.at("/data/root/children").findValuesAsString("slug")).containsExactly("tree-first",
				"tree-second");
	}

	@Test
	void aCycleCannotBeStored() {
		Section upper = section("cycle-upper", null, 0);
		Section lower = section("cycle-lower", upper, 0);
		this.sections.save(List.of(upper, lower));

		assertThatExceptionOfType(Problem.BadUserInput.class)
			.isThrownBy(() -> this.sections.save(List.of(section("cycle-upper", lower, 0))));

		assertThat(this.sections.ancestors(upper)).isEmpty();
	}

	@Test
	void aCycleThatGotIntoTheStoreByHandLosesNoSection() {
		Section one = section("hand-one", section("hand-two", null, 0), 0);
		Section two = section("hand-two", one, 0);

		SectionTree tree = new SectionTree(List.of(one, two));

		assertThat(tree.roots()).hasSize(1);
		assertThat(tree.branch(tree.roots().getFirst().id())).hasSize(2);
	}

	private static Section section(String slug, @Nullable Section parent, int position) {
		return new Section(NodeId.named(Section.KIND, slug), slug, List.of(), slug, null,
				(parent != null) ? parent.id() : null, position);
	}

}
