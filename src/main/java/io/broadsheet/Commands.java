package io.broadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

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

	@Mixin
	private final GivenSettings settings = new GivenSettings();

	private String @Nullable [] serving;

	/** Does what the arguments say; the exit code. */
	int run(String... args) {
		return commandLine().execute(args);
	}

	/** The arguments with which the server is to be started, or null if it is not. */
	String @Nullable [] serving() {
		return (this.serving != null) ? this.serving.clone() : null;
	}

	CommandLine commandLine() {
		return new CommandLine(this).addSubcommand(new ServeCommand())
			.addSubcommand(new ImportCommand())
			.addSubcommand(new ExportCommand())
			.addSubcommand(new SchemaCommand())
			.setExecutionExceptionHandler((ex, line, parsed) -> couldNotRun(line.getErr(), ex));
	}

	@Override
	public void run() {
		serve(this.settings);
	}

	private void serve(GivenSettings given) {
		this.serving = given.arguments().toArray(String[]::new);
	}

	private static int couldNotRun(PrintWriter err, Exception ex) {
		err.println(Sentences.of(ex));
		return COULD_NOT_RUN;
	}

	/** Starts the server. */
	@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
			header = "Serves the API, and GraphiQL. This is what happens without a command.")
	final class ServeCommand implements Runnable {

		@Mixin
		private final GivenSettings settings = new GivenSettings();

		@Override
		public void run() {
			serve(this.settings);
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
