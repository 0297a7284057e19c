package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.broadsheet.article.ArticleUses;
import io.broadsheet.article.Articles;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.Site;
import io.broadsheet.media.Pictures;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Archive;
import io.broadsheet.topic.Topics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes content in from files: Markdown with front matter as static sites keep it, and
 * NDJSON as {@link Export} writes it. What cannot be taken in is refused by file, line
 * and reason, and the rest goes in. Since everything is compared with what is stored, an
 * import that was cut off is completed by running it again.
 */
@Component
public class Import {

	private final Articles articles;

	private final WithdrawnArticles withdrawn;

	private final ArticleUses uses;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	private final Pictures pictures;

	private final ObjectProvider<Archive> archives;

	private final Site site;

	private final Clock clock;

	Import(Articles articles, WithdrawnArticles withdrawn, ArticleUses uses, Sections sections, Authors authors,
			Topics topics, Pictures pictures, ObjectProvider<Archive> archives, Site site, Clock clock) {
		this.articles = articles;
		this.withdrawn = withdrawn;
		this.uses = uses;
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
		this.pictures = pictures;
		this.archives = archives;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Takes content in.
	 * @param paths files and folders
	 * @param options how
	 * @param listener is told how it goes
	 * @return what was done
	 * @throws IOException if a path is not there or cannot be read
	 */
	public ImportReport run(List<Path> paths, ImportOptions options, ImportListener listener) throws IOException {
		Tally tally = new Tally(listener);
		ContentFiles files = ContentFiles.below(paths, tally::refused);
		PictureFiles pictureFiles = new PictureFiles(this.pictures, this.site);
		Newsroom newsroom = new Newsroom(this.sections, this.authors, this.topics, this.uses);
		ArticleIntake intake = new ArticleIntake(this.articles, this.withdrawn, newsroom, tally, this.clock,
				options.language());
		new ImportRun(files, new ReferenceIntake(newsroom, pictureFiles), intake,
				new ArchiveIntake(this.archives.orderedStream().toList(), tally), pictureFiles,
				new ArticleMapping(this.site.timeZone()), tally, listener,
				options.future() ? Instant.MAX : this.clock.instant())
			.run();
		newsroom.save();
		return tally.report(files.others(), newsroom.saved());
	}

}
