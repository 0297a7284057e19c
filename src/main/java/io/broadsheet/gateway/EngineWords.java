package io.broadsheet.gateway;

import java.util.regex.Pattern;

/**
 * Rewords what graphql-java says of variables in sentences that it has no properties for.
 */
final class EngineWords {

	private static final Pattern VARIABLE = Pattern.compile("Variable '(\\w+)'");

	private static final Pattern MISSING = Pattern.compile(
			"(?:^Variable '\\w+' has an invalid value: (?=Variable))?(Variable|Field) '(\\w+)' has coerced Null value for NonNull type '([^']+)'");

	private static final Pattern NULL = Pattern.compile("Coerced Null value for NonNull type '([^']+)'");

	private static final Pattern NO_OBJECT = Pattern.compile("Expected type 'Map' but was '\\w+'\\..*");

	private static final Pattern UNKNOWN_FIELD = Pattern.compile(
			"The variables input contains a field name '([^']*)' that is not defined for input object type '(\\w+)' ?");

	private EngineWords() {
	}

	static String plain(String message) {
		String words = MISSING.matcher(message).replaceAll("$1 '$2' needs a value of type \"$3\".");
		words = NULL.matcher(words).replaceAll("It cannot be null: a value of type \"$1\" is needed.");
		words = NO_OBJECT.matcher(words).replaceAll("It must be an object.");
		words = UNKNOWN_FIELD.matcher(words).replaceAll("An input of type \"$2\" has no field \"$1\".");
		return VARIABLE.matcher(words).replaceAll("Variable \"\\$$1\"");
	}

}
