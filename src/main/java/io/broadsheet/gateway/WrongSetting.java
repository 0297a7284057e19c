package io.broadsheet.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in one sentence which setting is wrong, what it is, and what would be right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSetting extends AbstractFailureAnalyzer<BindException> {

	private static final Pattern STATED = Pattern.compile("(broadsheet\\.[a-z.-]+)( .*)");

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		String stated = stated(NestedExceptionUtils.getMostSpecificCause(cause));
		if (stated != null) {
			return new FailureAnalysis(stated, null, cause);
		}
		BindValidationException validation = findCause(cause, BindValidationException.class);
		String sentence = (validation != null)
				? invalid(validation.getValidationErrors().getAllErrors().getFirst(), cause) : unreadable(cause);
		return new FailureAnalysis(sentence, null, cause);
	}

	/** A record of settings that checks them itself names the one that is wrong. */
	private static @Nullable String stated(Throwable root) {
		Matcher matcher = STATED.matcher(String.valueOf(root.getMessage()));
		return matcher.matches()
				? "The setting %s (%s)%s".formatted(environment(matcher.group(1)), matcher.group(1), matcher.group(2))
				: null;
	}

	private static String invalid(ObjectError error, BindException cause) {
		if (error instanceof FieldError field) {
			return sentence(cause.getName() + "." + dashed(field.getField()), field.getRejectedValue(),
					"it " + field.getDefaultMessage());
		}
		return sentence(cause.getName().toString(), null, String.valueOf(error.getDefaultMessage()));
	}

	private static String unreadable(BindException cause) {
		Object value = Optional.ofNullable(cause.getProperty()).map(ConfigurationProperty::getValue).orElse(null);
		String type = String.valueOf(cause.getTarget().getType().resolve(Object.class).getSimpleName());
		return sentence(cause.getName().toString(), value, "it must be " + expectation(type));
	}

	private static String expectation(String type) {
		return switch (type) {
			case "int", "Integer", "long", "Long" -> "a whole number";
			case "boolean", "Boolean" -> "true or false";
			case "ZoneId" -> "a time zone such as UTC or Europe/Berlin";
			case "URI", "URL" -> "an address such as https://news.example";
			case "Duration" -> "a length of time such as 30s or 5m";
			case "DataSize" -> "a size such as 10MB";
			default -> "of the kind that .env.example shows";
		};
	}

	private static String sentence(String setting, @Nullable Object value, String reason) {
		String shown = (value == null || isSecret(setting)) ? "" : " is \"%s\"".formatted(value);
		return "The setting %s (%s)%s, but %s.".formatted(environment(setting), setting,
				shown.isEmpty() ? " is wrong" : shown, reason);
	}

	private static String environment(String setting) {
		return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "_");
	}

	/** A connection string has a password in it. */
	private static boolean isSecret(String setting) {
		return setting.endsWith("mongodb-uri") || setting.contains("secret") || setting.contains("password");
	}

	private static String dashed(String field) {
		return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

}
