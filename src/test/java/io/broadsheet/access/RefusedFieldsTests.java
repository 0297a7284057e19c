package io.broadsheet.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.InspectedSchema;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the schema declares a permission for is refused to all who lack it. */
@GatewayTest
class RefusedFieldsTests {

	private static final Map<String, String> SAMPLES = Map.of("ID", "\"A0000000000000000\"", "Int", "1", "Float", "1.5",
			"Boolean", "true", "DateTime", "\"2026-05-14T12:00:00Z\"", "Url", "\"https://news.example\"", "LanguageTag",
			"\"en\"");

	@Autowired
	private GraphQlClient client;

	@Autowired
	private InspectedSchema inspected;

	@Test
	void aReaderIsToldWhichPermissionIsMissing() {
		for (GraphQLFieldDefinition field : editorsFields()) {
			assertThat(refusal(this.client, field)).as(field.getName())
				.contains(field.getName() + " needs the permission " + permission(field), "readers");
		}
	}

	@Test
	void anEditorWithEveryOtherPermissionIsToldToo() {
		for (GraphQLFieldDefinition field : editorsFields()) {
			Permission[] others = Arrays.stream(Permission.values())
				.filter((other) -> other != permission(field))
				.toArray(Permission[]::new);

			assertThat(refusal(this.client.as("Olu", others), field)).as(field.getName())
				.contains(permission(field).name(), "Olu does not have");
		}
	}

	private String refusal(GraphQlClient asker, GraphQLFieldDefinition field) {
		JsonNode answer = asker.ask(call(field));
		assertThat(answer.at("/errors/0/extensions/code").asString()).as("%s", answer).isEqualTo("FORBIDDEN");
		assertThat(
				answer.at("/data/" + field.getName()).isMissingNode() || answer.at("/data/" + field.getName()).isNull())
			.isTrue();
		return answer.at("/errors/0/message").asString();
	}

	private List<GraphQLFieldDefinition> editorsFields() {
		GraphQLSchema schema = this.inspected.report().schema();
		List<GraphQLFieldDefinition> fields = new ArrayList<>();
		Stream.of(schema.getQueryType(), schema.getMutationType())
			.flatMap((type) -> type.getFieldDefinitions().stream())
			.filter((field) -> field.getAppliedDirective(PermissionCheck.DIRECTIVE) != null)
			.forEach(fields::add);
		assertThat(fields).extracting(GraphQLFieldDefinition::getName).contains("draft", "draftPublish", "auditLog");
		return fields;
	}

	private static Permission permission(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective directive = field.getAppliedDirective(PermissionCheck.DIRECTIVE);
		return Permission.valueOf(directive.getArgument("permission").getValue());
	}

	/** The shortest call that is valid. */
	private String call(GraphQLFieldDefinition field) {
		GraphQLSchema schema = this.inspected.report().schema();
		String operation = (schema.getMutationType().getFieldDefinition(field.getName()) != null) ? "mutation"
				: "query";
		String arguments = required(field.getArguments());
		return "%s { %s%s { __typename } }".formatted(operation, field.getName(),
				arguments.isEmpty() ? "" : "(" + arguments + ")");
	}

	private static String required(List<? extends GraphQLInputValueDefinition> values) {
		return values.stream()
			.filter((value) -> GraphQLTypeUtil.isNonNull(type(value)))
			.map((value) -> value.getName() + ": " + sample(type(value)))
			.collect(Collectors.joining(", "));
	}

	private static GraphQLInputType type(GraphQLInputValueDefinition value) {
		return value.getType();
	}

	private static String sample(GraphQLType type) {
		return switch ((type instanceof GraphQLNonNull required) ? required.getWrappedType() : type) {
			case GraphQLInputObjectType input when input.isOneOf() -> {
				GraphQLInputValueDefinition first = input.getFields().getFirst();
				yield "{ " + first.getName() + ": " + sample(type(first)) + " }";
			}
			case GraphQLInputObjectType input -> "{ " + required(input.getFields()) + " }";
			case GraphQLEnumType options -> options.getValues().getFirst().getName();
			case GraphQLNamedType scalar -> SAMPLES.getOrDefault(scalar.getName(), "\"x\"");
			default -> "[]";
		};
	}

}
