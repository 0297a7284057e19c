package io.broadsheet.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.TestStore;
import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.media.Pictures;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.Preparation;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A newsroom with an empty store, a folder of files, and a clock that stands still, into
 * which tests import.
 */
final class Press implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	static final String SVG = """
			<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20"><rect width="9" height="9"/></svg>
			""";

	private final TestStore store = new TestStore();

	private final AnnotationConfigApplicationContext beans;

	private final List<String> refusals = new ArrayList<>();

	private final List<NodeId> written = new ArrayList<>();

	private final Path folder;

	Instant now = NOW;

	int failAfterWrites = Integer.MAX_VALUE;

	Press(Path folder) {
		this(folder, "https://paper.test", ZoneOffset.UTC);
	}

	Press(Path folder, String siteUrl, ZoneId zone) {
		this(folder, siteUrl, zone, false);
	}

	private Press(Path folder, String siteUrl, ZoneId zone, boolean withSample) {
		this.folder = folder;
		this.beans = new AnnotationConfigApplicationContext();
		this.beans.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("broadsheet.sample", withSample)));
		this.beans.registerBean(MongoDatabase.class, this.store::database);
		this.beans.registerBean(Clock.class, MovableClock::new);
		this.beans.registerBean(Site.class, () -> new Site(URI.create(siteUrl), "The Paper", zone));
		this.beans.registerBean(ChangeFeed.class, () -> new LocalFeed(this.beans));
		ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(this.beans);
		scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
		scanner.addExcludeFilter((reader,
				factory) -> reader.getClassMetadata().getClassName().matches(".*(GraphConf|Tests|ForTests).*"));
		scanner.scan("io.broadsheet.article", "io.broadsheet.author", "io.broadsheet.topic", "io.broadsheet.section",
				"io.broadsheet.media", "io.broadsheet.intake");
		this.beans.refresh();
		prepare();
	}

	/** What happens at each start. */
	void prepare() {
		this.beans.getBeanProvider(Preparation.class).orderedStream().forEach(Preparation::prepare);
	}

	/** A newsroom in which the sample newsroom is loaded. */
	static Press withSample(Path folder) {
		return new Press(folder, "https://paper.test", ZoneOffset.UTC, true);
	}

	/** Writes a file into the folder. */
	Press file(String name, String... lines) {
		return file(name, String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	Press file(String name, byte[] content) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.write(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Press picture(String name, int width) {
		return file(name, SVG.formatted(width));
	}

	ImportReport takeIn(String... names) {
		return takeIn(ImportOptions.DEFAULT, Arrays.stream(names).map(this.folder::resolve).toArray(Path[]::new));
	}

	ImportReport takeIn(ImportOptions options, Path... paths) {
		this.refusals.clear();
		this.written.clear();
		try {
			return this.beans.getBean(Import.class)
				.run((paths.length > 0) ? List.of(paths) : List.of(this.folder), options, new ImportListener() {

					@Override
					public void refused(Source source, String reason) {
						String file = source.file().replace(Press.this.folder.toString() + "/", "");
						Press.this.refusals.add(file + ":" + source.line() + ": " + reason);
					}

					@Override
					public void progress(long bytes, long allBytes, int articles) {
						assertThat(bytes).isLessThanOrEqualTo(allBytes);
					}

				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> refusals() {
		return this.refusals;
	}

	/** The ids that the last import wrote. */
	List<NodeId> written() {
		return this.written;
	}

	<T> T bean(Class<T> type) {
		return this.beans.getBean(type);
	}

	Articles articles() {
		return bean(Articles.class);
	}

	Authors authors() {
		return bean(Authors.class);
	}

	Topics topics() {
		return bean(Topics.class);
	}

	Sections sections() {
		return bean(Sections.class);
	}

	Pictures pictures() {
		return bean(Pictures.class);
	}

	Article article(String slug) {
		Article article = this.articles().findBySlug(slug, ArticleFields.ALL);
		assertThat(article).as("article " + slug).isNotNull();
		return java.util.Objects.requireNonNull(article);
	}

	Map<String, Article> all() {
		Map<String, Article> all = new TreeMap<>();
		articles().forEach(ArticleFields.ALL, (article) -> all.put(article.slug(), article));
		return all;
	}

	/** What readers no longer get, in the order of ids. */
	List<WithdrawnArticle> withdrawn() {
		List<WithdrawnArticle> withdrawn = new ArrayList<>();
		bean(WithdrawnArticles.class).forEach(withdrawn::add);
		return withdrawn;
	}

	List<String> authorsOf(Article article) {
		return authors().inOrder(article.authors()).stream().map((author) -> author.name()).toList();
	}

	List<String> topicsOf(Article article) {
		return topics().inOrder(article.topics()).stream().map((topic) -> topic.name()).toList();
	}

	/** The section's path by name, outermost first. */
	String sectionOf(Article article) {
		Section section = (article.section() != null) ? sections().find(article.section()) : null;
		return (section != null) ? path(section) : "";
	}

	private String path(Section section) {
		@Nullable Section parent = sections().parent(section);
		return ((parent != null) ? path(parent) + " > " : "") + section.name();
	}

	@Override
	public void close() {
		this.beans.close();
		this.store.close();
	}

	private final class MovableClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return Press.this.now;
		}

	}

	/** Tells this process alone, and dies when a test wants it to. */
	private final class LocalFeed implements ChangeFeed {

		private final ApplicationEventPublisher events;

		private int writes;

		LocalFeed(ApplicationEventPublisher events) {
			this.events = events;
		}

		@Override
		public void write(Collection<NodeId> nodes, Runnable write) {
			if (this.writes++ >= Press.this.failAfterWrites) {
				throw new IllegalStateException("killed");
			}
			write.run();
			Press.this.written.addAll(nodes);
			this.events.publishEvent(new Change(new HashSet<>(nodes)));
		}

		@Override
		public long position() {
			return this.writes;
		}

		@Override
		public Optional<Set<NodeId>> since(long position) {
			return Optional.empty();
		}

		@Override
		public Set<NodeId> since(Instant moment) {
			return Set.of();
		}

	}

}
