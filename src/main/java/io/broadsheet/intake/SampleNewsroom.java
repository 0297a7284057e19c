package io.broadsheet.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.broadsheet.author.Authors;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Preparation;
import io.broadsheet.topic.Topics;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/**
 * The Tollingford Bellman, a paper of a town that does not exist, for the first look: it
 * is loaded into an embedded store that has nothing yet. A mark in the store tells one
 * that was begun from one that is complete, so that a start that was cut off is made good
 * and what a newsroom deletes stays deleted.
 */
@Component
@Order(SampleNewsroom.AFTER_CONTENT)
class SampleNewsroom implements Preparation {

	/**
	 * Later than what reads the content that is there, earlier than what is derived from
	 * it.
	 */
	static final int AFTER_CONTENT = Preparation.CONTENT + 1;

	private static final Logger logger = LoggerFactory.getLogger(SampleNewsroom.class);

	private static final String FOLDER = "sample/";

	private static final String MARK = "sample";

	private final Import intake;

	private final MongoCollection<Document> marks;

	private final MongoDatabase database;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	private final boolean isWanted;

	SampleNewsroom(Import intake, MongoDatabase database, Sections sections, Authors authors, Topics topics,
			IntakeSettings settings, Environment environment) {
		this.intake = intake;
		this.database = database;
		this.marks = database.getCollection("intake");
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
		this.isWanted = settings.sample() && !settings.production()
				&& !StringUtils.hasText(environment.getProperty("broadsheet.mongodb-uri"));
	}

	@Override
	public void prepare() {
		if (!this.isWanted) {
			return;
		}
		Document mark = this.marks.find(Filters.eq("_id", MARK)).first();
		boolean isBegun = mark != null && !mark.getBoolean("complete", false);
		if (isBegun || (mark == null && isEmpty())) {
			mark(false);
			load();
			mark(true);
		}
	}

	private boolean isEmpty() {
		return this.sections.all().isEmpty() && this.authors.all().isEmpty() && this.topics.all().isEmpty()
				&& this.database.getCollection("articles").find().limit(1).first() == null;
	}

	private void mark(boolean complete) {
		this.marks.replaceOne(Filters.eq("_id", MARK),
				new Document("_id", MARK).append("schemaVersion", 1).append("complete", complete),
				new ReplaceOptions().upsert(true));
	}

	private void load() {
		@Nullable Path folder = null;
		try {
			folder = Files.createTempDirectory("broadsheet-sample");
			unpack(folder);
			ImportReport report = this.intake.run(List.of(folder), new ImportOptions("en", true), new Refusals());
			logger.info("Loaded the sample newsroom: {} articles", report.articles());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sample newsroom cannot be unpacked", ex);
		}
		finally {
			delete(folder);
		}
	}

	private static void delete(@Nullable Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			logger.debug("The unpacked sample newsroom stays at {}", folder, ex);
		}
	}

	private static void unpack(Path folder) throws IOException {
		Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.*");
		for (Resource resource : resources) {
			String url = resource.getURL().toString();
			Path file = folder.resolve(url.substring(url.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1));
			Files.createDirectories(folder.resolve(file).getParent());
			try (InputStream content = resource.getInputStream()) {
				Files.copy(content, file);
			}
		}
	}

	/**
	 * What is wrong with the sample is the product's mistake, and no reason not to start.
	 */
	private static final class Refusals implements ImportListener {

		@Override
		public void refused(Source source, String reason) {
			logger.warn("The sample newsroom's {}: {}", source, reason);
		}

		@Override
		public void progress(long bytes, long allBytes, int articles) {
			// A second does not need to be followed.
		}

	}

}
