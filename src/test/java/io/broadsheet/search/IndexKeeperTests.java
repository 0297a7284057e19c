package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.MongoTimeoutException;
import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.Newsroom;
import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.section.Sections;
import io.broadsheet.store.Change;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ChangesCaughtUp;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Instances that start one after the other, each with the index that the last one left.
 */
@GatewayTest
class IndexKeeperTests {

	private final Newsroom newsroom;

	private final Articles articles;

	private final Sections sections;

	private final StoreIdentity store;

	private final Site site;

	@TempDir
	private Path dataDir = Path.of("");

	private final ToldFeed feed = new ToldFeed();

	private final Interruptions interruptions = new Interruptions();

	@Autowired
	IndexKeeperTests(Newsroom newsroom, Articles articles, Sections sections, StoreIdentity store, Site site) {
		this.newsroom = newsroom;
		this.articles = articles;
		this.sections = sections;
		this.store = store;
		this.site = site;
	}

	@Test
	void whatItWritesWhileItFindsOutWhatItMissedIsInItsLists() throws IOException {
		leaveAnIndex();
		ArticleBuilder story = article("Written during a start");
		Instance instance = new Instance();
		this.feed.whileAsked = () -> instance.write(story);

		instance.keeper.prepare();

		assertThat(instance.has(story)).isTrue();
		instance.keeper.destroy();
	}

	@Test
	void whatItCouldNotCatchUpWithIsLeftToTheNextStart() throws IOException {
		leaveAnIndex();
		ArticleBuilder story = article("Missed and missed again");
		this.newsroom.publish(story);
		this.feed.told.add(story.id());
		this.interruptions.whenIndexing(story, IndexKeeperTests::fail);
		Instance failing = new Instance();
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(failing.keeper::prepare);
		failing.keeper.destroy();

		Instance next = new Instance();
		next.keeper.prepare();

		assertThat(next.has(story)).isTrue();
		next.keeper.destroy();
	}

	@Test
	void anIndexIsBuiltOnceMoreIfWhatChangedMeanwhileCannotBeRead() throws IOException {
		ArticleBuilder story = article("Changed during a build");
		this.newsroom.publish(story);
		Instance instance = new Instance();
		this.interruptions.whenIndexing(story, () -> instance.hear(story), IndexKeeperTests::fail);

		instance.keeper.prepare();

		assertThat(instance.has(story)).isTrue();
		instance.keeper.destroy();
	}

	@Test
	void anIndexIsKeptThoughItIsAheadOfWhatADeadWriterAnnounced() throws IOException {
		ArticleBuilder story = article("Read once");
		this.newsroom.publish(story);
		this.feed.told.add(story.id());
		leaveAnIndex();
		this.feed.position = 0;
		AtomicBoolean again = new AtomicBoolean();
		this.interruptions.whenIndexing(story, () -> again.set(true));

		Instance next = new Instance();
		next.keeper.prepare();

		assertThat(again).isFalse();
		assertThat(next.has(story)).isTrue();
		next.keeper.destroy();
	}

	@Test
	void oneBuildEndsBeforeTheNextBegins() throws IOException {
		ArticleBuilder newest = article("Indexed first");
		ArticleBuilder oldest = article("Indexed last").publishedAt(Instant.EPOCH);
		this.newsroom.publish(newest, oldest);
		Instance instance = new Instance();
		Queue<String> steps = new ConcurrentLinkedQueue<>();
		CompletableFuture<Void> nextIsBegun = new CompletableFuture<>();
		this.interruptions.whenIndexing(newest, () -> {
			steps.add("first build");
			instance.keeper.buildAnew();
			nextIsBegun.complete(null);
		}, () -> steps.add("second build"));
		this.interruptions.whenIndexing(oldest, () -> {
			nextIsBegun.join();
			steps.add("end of the first build");
		});

		instance.keeper.prepare();
		instance.keeper.prepare();

		assertThat(steps).containsExactly("first build", "end of the first build", "second build");
		assertThat(instance.has(newest)).isTrue();
		instance.keeper.destroy();
	}

	@Test
	void whatCouldNotBeWrittenIsThereOnceTheFolderCanBeWrittenAgain() throws IOException {
		Instance instance = new Instance();
		instance.keeper.prepare();
		ArticleBuilder story = article("Written without a folder");
		Path elsewhere = Files.move(this.dataDir.resolve("index"), this.dataDir.resolve("elsewhere"));
		instance.write(story);
		assertThat(instance.has(story)).isFalse();
		assertThat(instance.health()).isEqualTo(Status.OUT_OF_SERVICE);
		Files.move(elsewhere, this.dataDir.resolve("index"));
		instance.events.clear();

		instance.keeper.tend();

		assertThat(instance.has(story)).isTrue();
		assertThat(instance.events).as("for who keeps answers").containsExactly(new ChangesCaughtUp());
		assertThat(instance.health()).isEqualTo(Status.UP);
		instance.keeper.destroy();
	}

	@Test
	void anIndexThatCouldNotBeBuiltIsBuiltOnceTheFolderCanBeWrittenAgain() throws IOException {
		ArticleBuilder story = article("Built without a folder");
		this.newsroom.publish(story);
		Path index = this.dataDir.resolve("index");
		Path elsewhere = this.dataDir.resolve("elsewhere");
		this.interruptions.whenIndexing(story, () -> move(index, elsewhere));
		Instance instance = new Instance();
		instance.keeper.prepare();
		assertThat(instance.health()).isEqualTo(Status.OUT_OF_SERVICE);
		move(elsewhere, index);

		instance.keeper.tend();
		instance.keeper.prepare();

		assertThat(instance.has(story)).isTrue();
		assertThat(instance.health()).isEqualTo(Status.UP);
		instance.keeper.destroy();
	}

	@Test
	void readersKeepTheirIndexWhileItCannotBeOpenedAnew() throws IOException {
		ArticleBuilder old = article("Written before");
		this.newsroom.publish(old);
		Instance instance = new Instance();
		instance.keeper.prepare();
		Files.move(this.dataDir.resolve("index"), this.dataDir.resolve("elsewhere"));
		instance.write(article("Written without a folder"));
		Files.createFile(this.dataDir.resolve("index"));

		instance.keeper.tend();

		assertThat(instance.has(old)).isTrue();
		assertThat(instance.health()).isEqualTo(Status.OUT_OF_SERVICE);
		instance.keeper.destroy();
	}

	private void leaveAnIndex() throws IOException {
		Instance instance = new Instance();
		instance.keeper.prepare();
		instance.keeper.destroy();
	}

	private static void move(Path from, Path to) {
		try {
			Files.move(from, to);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fail() {
		throw new MongoTimeoutException("away");
	}

	/** One process over the store. */
	private final class Instance {

		private final ArticleIndex index = new ArticleIndex();

		private final Queue<Object> events = new ConcurrentLinkedQueue<>();

		private final IndexUpdates updates;

		private final IndexKeeper keeper;

		Instance() {
			IndexKeeperTests test = IndexKeeperTests.this;
			ArticleIndexing indexing = new ArticleIndexing(test.site, List.of(test.interruptions));
			this.updates = new IndexUpdates(this.index, test.articles, indexing,
					new ArticleNews(this.index, test.sections));
			this.keeper = new IndexKeeper(this.updates, test.articles, indexing, test.feed, test.store,
					new IndexSettings(test.dataDir), this.events::add);
		}

		void write(ArticleBuilder story) {
			IndexKeeperTests.this.newsroom.publish(story);
			IndexKeeperTests.this.feed.told.add(story.id());
			hear(story);
		}

		void hear(ArticleBuilder story) {
			this.keeper.follow(new Change(Set.of(story.id())));
		}

		Status health() {
			return new IndexHealthIndicator(this.index, this.updates).health().getStatus();
		}

		boolean has(ArticleBuilder story) {
			return this.index
				.read((searcher) -> searcher.count(ArticleFilter.is(FieldNames.ID, story.id().value()))) == 1;
		}

	}

	/** A feed that a test tells what was written, and in which that can go on. */
	private static final class ToldFeed implements ChangeFeed {

		private final List<NodeId> told = new ArrayList<>();

		/** The position if it is not the end. */
		private long position = Long.MAX_VALUE;

		private Runnable whileAsked = () -> {
		};

		@Override
		public void write(Collection<NodeId> nodes, Runnable write) {
			write.run();
		}

		@Override
		public long position() {
			return Math.min(this.position, this.told.size());
		}

		@Override
		public Optional<Set<NodeId>> since(long position) {
			Set<NodeId> nodes = new HashSet<>(this.told.subList((int) position, this.told.size()));
			this.whileAsked.run();
			return Optional.of(nodes);
		}

		@Override
		public Set<NodeId> since(Instant moment) {
			return Set.of();
		}

	}

	/** What happens when an article is indexed, each time something else. */
	private static final class Interruptions implements IndexedFields {

		private final Map<NodeId, Queue<Runnable>> waiting = new ConcurrentHashMap<>();

		void whenIndexing(ArticleBuilder story, Runnable... interruptions) {
			this.waiting.put(story.id(), new ArrayDeque<>(List.of(interruptions)));
		}

		@Override
		public String form() {
			return "1";
		}

		@Override
		public void addTo(Document document, Article article, ArticleTexts texts) {
			Runnable next = this.waiting.getOrDefault(article.id(), new ArrayDeque<>()).poll();
			if (next != null) {
				next.run();
			}
		}

	}

}
