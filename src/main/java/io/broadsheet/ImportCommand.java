package io.broadsheet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.broadsheet.graph.LanguageTag;
import io.broadsheet.intake.Import;
import io.broadsheet.intake.ImportOptions;
import io.broadsheet.intake.ImportReport;
import io.broadsheet.intake.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.context.ConfigurableApplicationContext;

/** Takes content in. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		header = "Takes content into the store.",
		description = { "Reads NDJSON (articles, authors, topics, sections) and",
				"Markdown with front matter as Hugo, Jekyll, Zola, Eleventy and Astro keep it.",
				"What export wrote beside content, such as drafts, it puts back where it is missing.",
				"What cannot be taken in is named with file, line and reason; the rest goes in.",
				"Run again, it changes nothing that is already so, and goes on where it was." })
class ImportCommand implements Callable<Integer> {

	@Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
	private List<Path> paths = new ArrayList<>();

	@Option(names = "--language", paramLabel = "TAG", defaultValue = "en",
			description = "The language of articles that do not say theirs (default: ${DEFAULT-VALUE}).")
	private String language = "en";

	@Option(names = "--future",
			description = "Take in articles that are dated later than now, too; without this they are left out.")
	private boolean future;

	@ParentCommand
	private @Nullable Commands commands;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		CommandSpec command = Objects.requireNonNull(this.spec);
		String tag = LanguageTag.canonical(this.language)
			.orElseThrow(() -> new ParameterException(command.commandLine(),
					"\"%s\" is no language tag such as en or pt-BR.".formatted(this.language)));
		for (Path path : this.paths) {
			if (!Files.exists(path)) {
				throw new NoSuchFileException(path.toString());
			}
		}
		ImportReport report = run(new ImportOptions(tag, this.future), command.commandLine().getErr());
		summarize(report, command.commandLine().getOut());
		return (report.refusals() > 0) ? Commands.SOME_REFUSED : Commands.DONE;
	}

	private ImportReport run(ImportOptions options, PrintWriter err) throws IOException {
		try (ConfigurableApplicationContext beans = ContentTools.open(Objects.requireNonNull(this.commands).settings());
				ImportProgress progress = ImportProgress.to(err)) {
			return beans.getBean(Import.class).run(this.paths, options, progress);
		}
	}

	private static void summarize(ImportReport report, PrintWriter out) {
		out.printf("%s: %,d new, %,d changed, %,d as they were.%n", plural(report.articles(), "article"),
				report.newArticles(), report.changedArticles(), report.unchangedArticles());
		if (report.references() > 0) {
			out.printf("%s new or changed.%n",
					plural(report.references(), "section, author or topic", "sections, authors and topics"));
		}
		report.restored().forEach((noun, one) -> {
			if (one.restored() > 0) {
				out.printf("%s: %,d restored, %,d left as they were.%n", noun, one.restored(), one.there());
			}
		});
		left(out, report.drafts(), "draft", "is not published", "are not published", report.draftSources());
		left(out, report.future(), "article", "is dated later than now", "are dated later than now",
				report.futureSources());
		if (report.otherFiles() > 0) {
			out.printf("%s left alone: no content.%n", plural(report.otherFiles(), "file"));
		}
		out.printf("%s refused.%n", (report.refusals() > 0) ? "%,d".formatted(report.refusals()) : "Nothing");
		out.flush();
	}

	private static void left(PrintWriter out, int count, String noun, String one, String many, List<Source> sources) {
		if (count > 0) {
			String names = sources.stream().map(Source::toString).collect(Collectors.joining(", "));
			String more = (count > sources.size()) ? " and %,d more".formatted(count - sources.size()) : "";
			out.printf("%s %s: %s%s.%n", plural(count, noun), (count == 1) ? one : many, names, more);
		}
	}

	private static String plural(int count, String noun) {
		return plural(count, noun, noun + "s");
	}

	private static String plural(int count, String one, String many) {
		return "%,d %s".formatted(count, (count == 1) ? one : many);
	}

}
