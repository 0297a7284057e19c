package io.broadsheet.graph;

import java.util.Map;

import graphql.schema.CoercingParseLiteralException;

/**
 * A value that is written into a document, and that its scalar cannot take. It is a
 * client's input as much as one in a variable, and is told with the same code.
 */
final class InvalidLiteral {

	private InvalidLiteral() {
	}

	static CoercingParseLiteralException because(String message) {
		return CoercingParseLiteralException.newCoercingParseLiteralException()
			.message(message)
			.extensions(Map.of("code", "BAD_USER_INPUT"))
			.build();
	}

}
