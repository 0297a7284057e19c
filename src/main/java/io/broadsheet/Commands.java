package io.broadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: what is to be done, said in one word, and help for each. */
@Command(name = "broadsheet", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		description = "A GraphQL content gateway for newsrooms. Without a command it serves.",
		synopsisSubcommandLabel = "[COMMAND]",
		footer = { "", "Settings are read from the environment, from .env in the working folder,",
				"and from options such as --server.port=9000 or --broadsheet.data-dir=FOLDER.",
				"Exit codes: 0 all done, 1 some content was refused, 2 it could not run." })
class Commands implements Runnable {

	static final int DONE = 0;

	static final int SOME_REFUSED = 1;

	static final int COULD_NOT_RUN = 2;

	/** As Spring Boot reads them: {@code --server.port=9000}. */
	private static final Pattern SETTING = Pattern
		.compile("(?s)--(?:debug|trace|[A-Za-z][\\w-]*\\.[\\w.\\[\\]-]+(?:=.*)?)");

	private List<String> settings = List.of();

	private boolean serves;

	/** Does what the arguments say; the exit code. */
	int run(String... args) {
		Map<Boolean, List<String>> parted = Arrays.stream(args)
			.collect(Collectors.partitioningBy((arg) -> SETTING.matcher(arg).matches()));
		this.settings = List.copyOf(parted.getOrDefault(true, List.of()));
		List<String> words = parted.getOrDefault(false, List.of());
		if (words.isEmpty()) {
			// A start has no need of the commands, which take a while to be made.
			run();
			return DONE;
		}
		CommandLine line = commandLine();
		int exitCode = line.execute(words.toArray(String[]::new));
		line.getOut().flush();
		line.getErr().flush();
		return exitCode;
	}

	/** The settings among the arguments. */
	List<String> settings() {
		return this.settings;
	}

	/** The arguments with which the server is to be started, or null if it is not. */
	String @Nullable [] serving() {
		return this.serves ? this.settings.toArray(String[]::new) : null;
	}

	CommandLine commandLine() {
		return new CommandLine(this).addSubcommand(new ServeCommand())
			.addSubcommand(new ImportCommand())
			.addSubcommand(new ExportCommand())
			.addSubcommand(new SchemaCommand())
			.addSubcommand(new TokenCommand())
			.setExecutionExceptionHandler((ex, line, parsed) -> couldNotRun(line.getErr(), ex));
	}

	@Override
	public void run() {
		this.serves = true;
	}

	private static int couldNotRun(PrintWriter err, Exception ex) {
		err.println(Sentences.of(ex));
		return COULD_NOT_RUN;
	}

	/** Starts the server. */
	@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
			header = "Serves the API, and GraphiQL. This is what happens without a command.")
	final class ServeCommand implements Runnable {

		@Override
		public void run() {
			Commands.this.run();
		}

	}

	/** The version, as the build wrote it down. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() throws IOException {
			Properties build = new Properties();
			try (InputStream info = Commands.class.getResourceAsStream("/META-INF/build-info.properties")) {
				if (info != null) {
					build.load(info);
				}
			}
			return new String[] { "Broadsheet " + build.getProperty("build.version", "(not packaged)") };
		}

	}

}
