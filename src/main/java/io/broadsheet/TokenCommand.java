package io.broadsheet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.broadsheet.access.DevelopmentTokens;
import io.broadsheet.access.Permission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Makes a development token. */
@Command(name = "token", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		header = "Makes an editor's token for development.",
		description = { "It is signed with the key that the gateway makes in its data folder, and is",
				"good for thirty days at a server there. Where an issuer signs tokens, and in",
				"production, there are none." })
class TokenCommand implements Callable<Integer> {

	@Option(names = "--name", paramLabel = "NAME", required = true, description = "The editor's name.")
	private String name = "";

	@Option(names = "--permission", paramLabel = "P", arity = "1..*", split = ",",
			description = "What the editor may do: ${COMPLETION-CANDIDATES}.")
	private List<Permission> permissions = new ArrayList<>();

	@ParentCommand
	private @Nullable Commands commands;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		CommandSpec command = Objects.requireNonNull(this.spec);
		if (this.name.isBlank()) {
			throw new ParameterException(command.commandLine(), "A token needs somebody's name.");
		}
		try (ConfigurableApplicationContext beans = open(Objects.requireNonNull(this.commands).settings())) {
			String token = beans.getBean(DevelopmentTokens.class).make(this.name, Set.copyOf(this.permissions));
			command.commandLine().getOut().println(token);
		}
		return Commands.DONE;
	}

	/** Opens what makes tokens, with these settings. */
	static ConfigurableApplicationContext open(List<String> settings) {
		return new SpringApplicationBuilder(Tools.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.lazyInitialization(true)
			.run(Stream.concat(ContentTools.QUIET.stream(), settings.stream()).toArray(String[]::new));
	}

	/** The part of the gateway that makes tokens, without its store. */
	@ImportAutoConfiguration(ConfigurationPropertiesAutoConfiguration.class)
	@ComponentScan("io.broadsheet.access")
	static final class Tools {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
