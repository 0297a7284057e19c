package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.broadsheet.article.Article;
import io.broadsheet.media.Image;

/** One walk through all files of an import. */
final class ImportRun {

	private final ContentFiles files;

	private final ReferenceIntake references;

	private final ArticleIntake articles;

	private final ArchiveIntake archives;

	private final PictureFiles pictures;

	private final ArticleMapping mapping;

	private final Tally tally;

	private final ImportListener listener;

	private final Instant now;

	private final long allBytes;

	private long bytes;

	ImportRun(ContentFiles files, ReferenceIntake references, ArticleIntake articles, ArchiveIntake archives,
			PictureFiles pictures, ArticleMapping mapping, Tally tally, ImportListener listener, Instant now) {
		this.files = files;
		this.references = references;
		this.articles = articles;
		this.archives = archives;
		this.pictures = pictures;
		this.mapping = mapping;
		this.tally = tally;
		this.listener = listener;
		this.now = now;
		this.allBytes = files.inOrder().stream().mapToLong(ContentFile::size).sum();
	}

	/**
	 * Reads sections, authors and topics, then the articles that name them, and then what
	 * an export has beside them.
	 */
	void run() {
		List<ContentFile> content = new ArrayList<>();
		for (ContentFile file : this.files.inOrder()) {
			try {
				if (!this.archives.takes(file)) {
					content.add(file);
					takeReferences(file);
				}
			}
			catch (IOException ex) {
				cannotBeRead(file, ex);
			}
		}
		for (ContentFile file : content) {
			try {
				takeArticles(file);
			}
			catch (IOException ex) {
				cannotBeRead(file, ex);
			}
		}
		this.articles.finish();
		this.archives.run((file) -> advance(file.size()));
		this.listener.progress(this.allBytes, this.allBytes, this.tally.articles());
	}

	private void takeReferences(ContentFile file) throws IOException {
		switch (file.kind()) {
			case PICTURE -> attempt(file, () -> this.pictures.take(file.path(), file.name(), 1));
			case SECTIONS, AUTHORS, TOPICS, MIXED -> takeDefinitions(file);
			case SECTION_PAGE -> attempt(file, () -> takeSectionPage(file));
			default -> {
				return;
			}
		}
		if (file.kind() != ContentFile.Kind.MIXED) {
			advance(file.size());
		}
	}

	private void takeArticles(ContentFile file) throws IOException {
		long before = this.bytes;
		switch (file.kind()) {
			case MIXED, ARTICLES -> takeArticleLines(file, before);
			case ARTICLE_PAGE -> attempt(file, () -> takePage(file));
			default -> {
				return;
			}
		}
		this.bytes = before;
		advance(file.size());
	}

	private void takeArticleLines(ContentFile file, long before) throws IOException {
		boolean isOfArticles = file.kind() == ContentFile.Kind.ARTICLES;
		new ContentLines(file, this.tally::refused).read((line, read) -> {
			if (line.kind() == Article.KIND) {
				takeLine(file, line.fields(), line.source());
			}
			else if (isOfArticles) {
				throw new Refused(line.source().line(), "This line is no article; it belongs in another file.");
			}
			this.bytes = before + read;
			advance(0);
		}, isOfArticles);
	}

	private void takeDefinitions(ContentFile file) throws IOException {
		List<ReferenceIntake.Definition> waiting = new ArrayList<>();
		new ContentLines(file, this.tally::refused).read((line, read) -> {
			ReferenceIntake.Definition definition = new ReferenceIntake.Definition(line.kind(), line.fields(), file,
					line.source());
			if (line.kind() != Article.KIND && definition.needsSlug()) {
				waiting.add(definition);
			}
			else if (line.kind() != Article.KIND) {
				this.references.take(definition);
			}
		}, true);
		for (ReferenceIntake.Definition definition : waiting) {
			attempt(file, () -> this.references.take(definition));
		}
	}

	private void takeSectionPage(ContentFile file) throws IOException, Refused {
		List<String> folders = Places.ofSectionPage(file);
		MarkdownFile page = MarkdownFile.read(text(file));
		if (!folders.isEmpty()) {
			this.references.takePage(folders, new Fields(page.frontMatter()));
		}
	}

	private void takePage(ContentFile file) throws IOException, Refused {
		MarkdownFile page = MarkdownFile.read(text(file));
		Fields fields = new Fields(page.frontMatter());
		fields.spread("taxonomies");
		fields.spread("extra");
		boolean isDraft = ArticleMapping.isDraft(fields) || file.path().toString().contains("_drafts");
		if (isDraft) {
			this.tally.draft(new Source(file.name(), 1));
			return;
		}
		take(file, this.mapping.entry(Places.ofPage(file), fields, page.body(), page.bodyLine()));
	}

	private void takeLine(ContentFile file, Fields fields, Source source) throws Refused {
		if (ArticleMapping.isDraft(fields)) {
			this.tally.draft(source);
			return;
		}
		Object body = fields.take("body", "markdown", "content");
		if (body != null && !(body instanceof String)) {
			throw new Refused(source.line(), "\"body\" must be a text.");
		}
		take(file, this.mapping.entry(Places.ofLine(file, source.line()), fields,
				(body instanceof String text) ? text : "", source.line()));
	}

	private void take(ContentFile file, ArticleEntry entry) throws Refused {
		if (entry.publishedAt().isAfter(this.now)) {
			this.tally.future(entry.source());
			return;
		}
		String markdown = BodyPictures.takenIn(entry, file.root(), this.pictures);
		Image image = (entry.image() != null) ? this.pictures.image(entry.image(), entry.folder(), file.root()) : null;
		this.articles.take(entry, markdown, image);
	}

	private static String text(ContentFile file) throws IOException, Refused {
		if (file.size() > MarkdownFile.MAX_SIZE) {
			throw new Refused(1,
					"The file has %,d bytes; at most %,d are taken.".formatted(file.size(), MarkdownFile.MAX_SIZE));
		}
		return Utf8.text(Files.readAllBytes(file.path()), 1);
	}

	/** Something that can be refused. */
	private interface Attempt {

		void run() throws IOException, Refused;

	}

	private void attempt(ContentFile file, Attempt attempt) {
		try {
			attempt.run();
		}
		catch (Refused ex) {
			this.tally.refused(new Source(file.name(), ex.line()), ex.reason());
		}
		catch (IOException ex) {
			cannotBeRead(file, ex);
		}
	}

	private void cannotBeRead(ContentFile file, IOException ex) {
		this.tally.refused(new Source(file.name(), 1), "It cannot be read: " + ContentFiles.reason(ex) + ".");
	}

	private void advance(long more) {
		this.bytes += more;
		this.listener.progress(this.bytes, this.allBytes, this.tally.articles());
	}

}
