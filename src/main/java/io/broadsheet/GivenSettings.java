package io.broadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Settings on the command line, as Spring Boot reads them: {@code --server.port=9000}.
 */
final class GivenSettings {

	private static final Pattern SETTING = Pattern.compile("--(?:debug|trace|[A-Za-z][\\w-]*\\.[\\w.\\[\\]-]+(?:=.*)?)",
			Pattern.DOTALL);

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Unmatched
	private final List<String> arguments = new ArrayList<>();

	/** The settings; anything else is refused as an unknown option. */
	List<String> arguments() {
		List<String> unknown = this.arguments.stream().filter((given) -> !SETTING.matcher(given).matches()).toList();
		if (!unknown.isEmpty() && this.command != null) {
			throw new UnmatchedArgumentException(this.command.commandLine(), unknown);
		}
		return this.arguments;
	}

}
