package io.broadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.broadsheet.intake.Export;
import io.broadsheet.intake.ExportReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.context.ConfigurableApplicationContext;

/** Writes all content out. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		header = "Writes all content into a folder.",
		description = { "Writes the form that import reads: sections.ndjson,",
				"authors.ndjson, topics.ndjson, articles.ndjson, and the pictures in media;",
				"and what editors and readers left beside content: drafts.ndjson,",
				"revisions.ndjson, audit-entries.ndjson and shares.ndjson.",
				"Out and in again loses nothing, and the same content gives the same bytes." })
class ExportCommand implements Callable<Integer> {

	@Parameters(paramLabel = "PATH", description = "The folder, which is made if it is missing.")
	private Path path = Path.of("");

	@Option(names = "--overwrite", description = "Export into a folder although it has other files in it.")
	private boolean overwrite;

	@ParentCommand
	private @Nullable Commands commands;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		CommandSpec command = Objects.requireNonNull(this.spec);
		try (ConfigurableApplicationContext beans = ContentTools
			.open(Objects.requireNonNull(this.commands).settings())) {
			ExportReport report = beans.getBean(Export.class).run(this.path, this.overwrite);
			command.commandLine()
				.getOut()
				.printf("%,d articles, %,d sections, %,d authors, %,d topics and %,d pictures are in %s.%n",
						report.articles(), report.sections(), report.authors(), report.topics(), report.pictures(),
						this.path);
			report.archived()
				.forEach((noun, count) -> command.commandLine().getOut().printf("%s: %,d.%n", noun, count));
			if (report.missingPictures() > 0) {
				command.commandLine()
					.getErr()
					.printf("%,d pictures that the content mentions are not kept any more.%n",
							report.missingPictures());
			}
			return Commands.DONE;
		}
	}

}
