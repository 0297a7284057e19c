package io.broadsheet.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.media.Pictures;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Archive;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes all content out in the form that {@link Import} reads, without loss: the same
 * content gives the same bytes.
 */
@Component
public class Export {

	private final Articles articles;

	private final WithdrawnArticles withdrawn;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	private final Pictures pictures;

	private final List<Archive> archives;

	private final ExportLines lines;

	Export(Articles articles, WithdrawnArticles withdrawn, Sections sections, Authors authors, Topics topics,
			Pictures pictures, ObjectProvider<Archive> archives, Site site) {
		this.articles = articles;
		this.withdrawn = withdrawn;
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
		this.pictures = pictures;
		this.archives = archives.orderedStream().toList();
		this.lines = new ExportLines(site);
	}

	/**
	 * Exports everything.
	 * @param path the folder to export to, made if it is missing
	 * @param overwrite whether files may be there that no export has written
	 * @return what was written
	 * @throws NotAnExport if such files are there, and may not
	 * @throws IOException if a file cannot be written
	 */
	public ExportReport run(Path path, boolean overwrite) throws IOException {
		Set<String> files = this.archives.stream().map(Archive::file).collect(Collectors.toSet());
		try (ExportFolder folder = new ExportFolder(path, files, overwrite)) {
			// Before articles: a draft that is published meanwhile can be so again,
			// while one that says that it was would never be.
			Map<String, Integer> archived = writeArchives(folder);
			// What articles refer to is written behind them, so that it has all of it.
			int articleCount = writeArticles(folder);
			readReferencesAnew();
			int sectionCount = write(folder, "sections.ndjson", this.sections.all(), Section::id, this.lines::line);
			int authorCount = write(folder, "authors.ndjson", this.authors.all(), Author::id, this.lines::line);
			int topicCount = write(folder, "topics.ndjson", this.topics.all(), Topic::id, this.lines::line);
			writeMerged(folder);
			int missing = writePictures(folder);
			folder.finish();
			return new ExportReport(articleCount, sectionCount, authorCount, topicCount, archived,
					folder.pictures().size() - missing, missing);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** What another instance wrote just now, the feed may not have told yet. */
	private void readReferencesAnew() {
		this.sections.prepare();
		this.authors.prepare();
		this.topics.prepare();
	}

	private static <T> int write(ExportFolder folder, String file, Collection<T> all, Function<T, NodeId> id,
			Function<T, Map<String, Object>> line) throws IOException {
		folder.begin(file);
		for (T one : all.stream().sorted(Comparator.comparing(id)).toList()) {
			folder.write(file, line.apply(one));
		}
		return all.size();
	}

	/** Topics whose ids and slugs lead to others follow those that stand. */
	private void writeMerged(ExportFolder folder) throws IOException {
		Map<Topic, NodeId> merged = this.topics.merged();
		for (Topic topic : merged.keySet().stream().sorted(Comparator.comparing(Topic::id)).toList()) {
			folder.write("topics.ndjson", this.lines.line(topic, Objects.requireNonNull(merged.get(topic))));
		}
	}

	/** Writes what is no content, but is needed to go on working. */
	private Map<String, Integer> writeArchives(ExportFolder folder) throws IOException {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (Archive archive : this.archives) {
			AtomicInteger count = new AtomicInteger();
			folder.begin(archive.file());
			archive.forEach((line) -> write(() -> folder.write(archive.file(), line), count));
			counts.put(archive.noun(), count.get());
		}
		return counts;
	}

	/** Writes what readers can read, and then what they no longer can. */
	private int writeArticles(ExportFolder folder) throws IOException {
		AtomicInteger count = new AtomicInteger();
		folder.begin("articles.ndjson");
		this.articles.forEach(ArticleFields.ALL,
				(article) -> write(() -> folder.write("articles.ndjson", this.lines.line(article)), count));
		this.withdrawn
			.forEach((article) -> write(() -> folder.write("articles.ndjson", this.lines.line(article)), count));
		return count.get();
	}

	private static void write(Writing writing, AtomicInteger count) {
		try {
			writing.run();
			count.incrementAndGet();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes the pictures that the content mentions; how many of them are gone. */
	private int writePictures(ExportFolder folder) throws IOException {
		int missing = 0;
		for (String name : folder.pictures()) {
			byte[] content = this.pictures.find("/media/" + name);
			if (content != null) {
				folder.writePicture(name, content);
			}
			else {
				missing++;
			}
		}
		return missing;
	}

	@FunctionalInterface
	private interface Writing {

		void run() throws IOException;

	}

}
