package io.broadsheet.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTests {

	private final List<Selection> read = new ArrayList<>();

	private final GraphQL engine = GraphQL
		.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
				type Query { list: List }
				type List { total: Int nodes: [Item!] edges: [Edge!] }
				type Edge { cursor: String node: Item }
				type Item { id: ID! name: String parent: Item }
				"""),
				RuntimeWiring.newRuntimeWiring().type("Query", (query) -> query.dataFetcher("list", (environment) -> {
					this.read.add(Selection.of(environment));
					return null;
				})).build()))
		.build();

	@Test
	void fieldsAreFoundByTheirPath() {
		Selection selection = selected("{ list { total edges { node { id } } } }");
		assertThat(selection.names()).containsExactlyInAnyOrder("total", "edges");
		assertThat(selection.at("edges/node").names()).containsExactly("id");
		assertThat(selection.contains("edges/node")).isTrue();
		assertThat(selection.contains("edges/cursor")).isFalse();
		assertThat(selection.at("nodes/parent")).isEqualTo(Selection.NONE);
	}

	@Test
	void fieldsCountUnderTheSchemasNameAndTogether() {
		Selection selection = selected(
				"{ list { a: nodes { id } b: nodes { name } } list { nodes { parent { id } } } }");
		assertThat(selection.at("nodes").names()).containsExactlyInAnyOrder("id", "name", "parent");
	}

	@Test
	void whatFragmentsSelectIsSelected() {
		Selection selection = selected("""
				{ list { ...page ... on List { total } } }
				fragment page on List { nodes { ...item } edges { node { ...item name } } }
				fragment item on Item { id }
				""");
		assertThat(selection.names()).containsExactlyInAnyOrder("nodes", "edges", "total");
		assertThat(selection.at("edges/node").names()).containsExactlyInAnyOrder("id", "name");
	}

	@Test
	void whatARequestLeavesOutIsNotSelectedByThatRequestAlone() {
		String query = "query Q($names: Boolean!) { list { nodes { id name @include(if: $names) parent @skip(if: $names) { id } } } }";
		assertThat(selected(query, Map.of("names", false)).at("nodes").names()).containsExactlyInAnyOrder("id",
				"parent");
		assertThat(selected(query, Map.of("names", true)).at("nodes").names()).containsExactlyInAnyOrder("id", "name");
	}

	private Selection selected(String query) {
		return selected(query, Map.of());
	}

	private Selection selected(String query, Map<String, Object> variables) {
		assertThat(this.engine.execute(ExecutionInput.newExecutionInput(query).variables(variables)).getErrors())
			.isEmpty();
		return this.read.getLast();
	}

}
