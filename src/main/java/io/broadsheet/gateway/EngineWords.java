package io.broadsheet.gateway;

import java.util.regex.Pattern;

/**
 * Rewords what graphql-java says of values in sentences that it has no properties for, or
 * fills in with the names of its classes.
 */
final class EngineWords {

	private static final Pattern VARIABLE = Pattern.compile("Variable '(\\w+)'");

	private static final Pattern MISSING = Pattern.compile(
			"(?:^Variable '\\w+' has an invalid value: (?=Variable))?(Variable|Field) '(\\w+)' has coerced Null value for NonNull type '([^']+)'");

	private static final Pattern NULL = Pattern.compile("Coerced Null value for NonNull type '([^']+)'");

	private static final Pattern NO_OBJECT = Pattern.compile("Expected type 'Map' but was '\\w+'\\..*");

	private static final Pattern UNKNOWN_FIELD = Pattern.compile(
			"The variables input contains a field name '([^']*)' that is not defined for input object type '(\\w+)' ?");

	private static final Pattern KINDS = Pattern.compile("It must be (\\w+Value), not (\\w+Value)\\.");

	private static final Pattern NAME = Pattern.compile("\"EnumValue\\{name='(\\w+)'}\"");

	private EngineWords() {
	}

	static String plain(String message) {
		String words = MISSING.matcher(message).replaceAll("$1 '$2' needs a value of type \"$3\".");
		words = NULL.matcher(words).replaceAll("It cannot be null: a value of type \"$1\" is needed.");
		words = NO_OBJECT.matcher(words).replaceAll("It must be an object.");
		words = UNKNOWN_FIELD.matcher(words).replaceAll("An input of type \"$2\" has no field \"$1\".");
		words = KINDS.matcher(words)
			.replaceAll((kinds) -> "It must be %s, not %s.".formatted(kind(kinds.group(1)), kind(kinds.group(2))));
		words = NAME.matcher(words).replaceAll("\"$1\"");
		return VARIABLE.matcher(words).replaceAll("Variable \"\\$$1\"");
	}

	private static String kind(String syntaxTree) {
		return switch (syntaxTree) {
			case "IntValue" -> "a whole number";
			case "FloatValue" -> "a number";
			case "StringValue" -> "a string in quotes";
			case "BooleanValue" -> "true or false";
			case "EnumValue" -> "a name without quotes";
			case "ArrayValue" -> "a list";
			case "ObjectValue" -> "an object";
			default -> "null";
		};
	}

}
