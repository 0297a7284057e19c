package io.broadsheet.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.broadsheet.TestStore;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeLog.Entry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ChangeFeedTests {

	private static final Instant NOON = Instant.parse("2026-05-14T12:00:00Z");

	private static final StoreSettings SHARED = new StoreSettings("mongodb://localhost", java.nio.file.Path.of("data"),
			Duration.ofSeconds(10), Duration.ofSeconds(1));

	private final TestStore store = new TestStore();

	private final MongoDatabase database = this.store.database();

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void tellsItsOwnInstanceBeforeTheWriteReturnsAndTheOthersWhenTheyReadOn() {
		Instance writer = new Instance();
		Instance other = new Instance();
		List<String> order = new ArrayList<>();

		writer.feed.write(ids("bridge"), () -> order.add("written, told " + writer.told.size()));

		assertThat(order).containsExactly("written, told 0");
		assertThat(writer.told).containsExactly(new Change(ids("bridge")));
		assertThat(other.told).isEmpty();
		other.readOn();
		assertThat(other.told).containsExactly(new Change(ids("bridge")));
		writer.readOn();
		assertThat(writer.told).hasSize(1);
	}

	@Test
	void leavesNoGapAndTellsEverybodyEverythingWhileManyWrite() throws InterruptedException {
		List<Instance> instances = IntStream.range(0, 4).mapToObj((n) -> new Instance()).toList();
		List<Thread> threads = new ArrayList<>();
		for (int n = 0; n < instances.size(); n++) {
			Instance instance = instances.get(n);
			String name = "instance" + n + "-";
			threads.add(Thread.ofVirtual().start(() -> {
				for (int write = 0; write < 50; write++) {
					instance.feed.write(ids(name + write), () -> {
					});
					instance.readOn();
				}
			}));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		instances.forEach(Instance::readOn);

		assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
		assertThat(instances).allSatisfy((instance) -> {
			assertThat(instance.told).hasSize(200).doesNotHaveDuplicates();
			assertThat(instance.feed.position()).isEqualTo(400);
		});
	}

	@Test
	void tellsWhatAWriterAnnouncedThatDied() {
		Instance reader = new Instance();
		new ChangeLog(this.database, Clock.systemUTC()).append(Entry.announcement("dead", ids("bridge")));

		reader.readOn();
		assertThat(reader.told).isEmpty();
		assertThat(reader.feed.position()).isZero();
		reader.readOnAfter(Duration.ofSeconds(6));
		reader.readOnAfter(Duration.ofSeconds(12));
		assertThat(reader.told).containsExactly(new Change(ids("bridge")));
		assertThat(reader.feed.position()).isOne();
	}

	@Test
	void tellsAnInstanceThatStartsLaterWhatWasAnnouncedBefore() {
		ChangeLog log = new ChangeLog(this.database, Clock.systemUTC());
		Entry announcement = Entry.announcement("slow", ids("bridge"));
		log.append(Entry.announcement("dead", ids("ferry")));
		long position = log.append(announcement);
		Instance late = new Instance();
		log.append(announcement.confirmation(position));

		late.readOn();
		assertThat(late.told).containsExactly(new Change(ids("bridge")));
		late.readOnAfter(Duration.ofSeconds(6));
		assertThat(late.told).containsExactly(new Change(ids("bridge")), new Change(ids("ferry")));
	}

	@Test
	void isNotAheadOfAWriteThatIsStillRunning() {
		Instance instance = new Instance();
		instance.feed.write(ids("ferry"), () -> {
		});
		List<Long> during = new ArrayList<>();

		instance.feed.write(ids("bridge"), () -> {
			instance.readOn();
			during.add(instance.feed.position());
		});

		assertThat(during).containsExactly(2L);
		assertThat(instance.feed.position()).isEqualTo(4);
		assertThat(instance.feed.since(2)).contains(ids("bridge"));
	}

	@Test
	void saysWhatChangedSinceAPositionOrThatItNoLongerKnows() {
		Instance instance = new Instance();
		instance.feed.write(ids("ferry"), () -> {
		});
		long position = instance.feed.position();
		instance.feed.write(ids("bridge", "pier"), () -> {
		});

		assertThat(instance.feed.since(position)).contains(ids("bridge", "pier"));
		assertThat(instance.feed.since(instance.feed.position())).contains(Set.of());
		assertThat(instance.feed.since(99)).isEmpty();
		new ChangeLog(this.database, Clock.systemUTC()).trim(Date.from(Instant.now().plusSeconds(60)));
		assertThat(positions()).containsExactly(4L);
		assertThat(instance.feed.since(position)).isEmpty();
		assertThat(instance.feed.since(3)).contains(ids("bridge", "pier"));
	}

	@Test
	void keepsWhatIsYoung() {
		ChangeLog old = new ChangeLog(this.database, Clock.fixed(NOON, ZoneOffset.UTC));
		old.append(Entry.announcement("writer", ids("ferry")));
		new ChangeLog(this.database, Clock.systemUTC()).append(Entry.announcement("writer", ids("bridge")));

		old.trim(Date.from(NOON.plusSeconds(1)));
		assertThat(positions()).containsExactly(2L);
	}

	@Test
	void tellsAReaderThatWasAwayForTooLongThatItMissedChanges() {
		Instance writer = new Instance();
		Instance away = new Instance();
		writer.feed.write(ids("ferry"), () -> {
		});
		away.readOn();
		away.told.clear();
		writer.feed.write(ids("bridge"), () -> {
		});
		writer.log.trim(Date.from(Instant.now().plusSeconds(60)));

		away.readOn();
		assertThat(away.told).containsExactly(new ChangesMissed());
		writer.feed.write(ids("pier"), () -> {
		});
		away.readOn();
		assertThat(away.told).containsExactly(new ChangesMissed(), new Change(ids("pier")));
	}

	@Test
	void doesNotPassWhatWasAppendedWhileItRead() {
		Instance writer = new Instance();
		Instance reader = new Instance();
		for (String name : List.of("ferry", "bridge", "pier")) {
			writer.feed.write(ids(name), () -> {
			});
		}

		reader.log.overlooked.addAll(List.of(3L, 4L));
		reader.readOn();
		assertThat(reader.told).containsExactly(new Change(ids("ferry")), new Change(ids("bridge")),
				new Change(ids("pier")));
	}

	@Test
	void waitsForWhatItOverlookedAtTheBeginningOfAPage() {
		Instance writer = new Instance();
		Instance reader = new Instance();
		writer.feed.write(ids("ferry"), () -> {
		});

		reader.log.overlooked.add(1L);
		reader.readOn();
		assertThat(reader.told).isEmpty();
		reader.readOn();
		assertThat(reader.told).containsExactly(new Change(ids("ferry")));
	}

	@Test
	void tellsAReaderThatWhatItDidNotReadWasRemovedThoughWhatItReadWasNot() {
		Instance writer = new Instance();
		Instance reader = new Instance();
		for (String name : List.of("ferry", "bridge", "pier")) {
			writer.feed.write(ids(name), () -> {
			});
		}

		this.database.getCollection("changes").deleteMany(Filters.in("_id", 3L, 4L));
		reader.readOn();
		assertThat(reader.told).containsExactly(new Change(ids("ferry")), new ChangesMissed());
		assertThat(reader.feed.position()).isEqualTo(6);
	}

	@Test
	void goesOnBehindAnEntryThatItCannotRead() {
		Instance reader = new Instance();
		Instance writer = new Instance();
		writer.feed.write(ids("ferry"), () -> {
		});
		this.database.getCollection("changes").insertOne(new Document("_id", 3L).append("schemaVersion", 99));
		this.database.getCollection("changes").insertOne(new Document("_id", 4L).append("writer", 7));

		reader.readOn();
		assertThat(reader.told).containsExactly(new Change(ids("ferry")), new ChangesMissed());
		writer.feed.write(ids("bridge"), () -> {
		});
		reader.readOn();
		assertThat(reader.told).endsWith(new Change(ids("bridge"))).hasSize(3);
		assertThat(new Instance().feed.since(2)).isEmpty();
	}

	@Test
	void tellsWhatAWriterAnnouncedThatDiedWhileItsReaderMissedChanges() {
		Instance reader = new Instance();
		reader.log.append(Entry.announcement("dead", ids("bridge")));
		reader.log.append(Entry.announcement("dead", ids("pier")));

		this.database.getCollection("changes").deleteOne(Filters.eq("_id", 1L));
		reader.readOn();
		assertThat(reader.told).containsExactly(new ChangesMissed());
		reader.readOnAfter(Duration.ofSeconds(6));
		assertThat(reader.told).containsExactly(new ChangesMissed(), new Change(ids("pier")));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tellsOfAWriteByAnInstanceThatWroteNothingUntilItsEntriesWereRemoved(boolean readOnBefore) {
		Instance silent = new Instance();
		Instance busy = new Instance();
		silent.feed.write(ids("ferry"), () -> {
		});
		busy.readOn();
		busy.feed.write(ids("bridge"), () -> {
		});
		if (readOnBefore) {
			silent.readOn();
		}
		busy.log.trim(Date.from(Instant.now().plusSeconds(60)));
		silent.readOn();
		busy.told.clear();

		silent.feed.write(ids("pier"), () -> {
		});

		busy.readOn();
		assertThat(busy.told).containsExactly(new Change(ids("pier")));
	}

	@Test
	void announcesManyNodesInSeveralEntries() {
		Instance writer = new Instance();
		Instance reader = new Instance();
		Set<NodeId> many = ids(IntStream.range(0, 2_500).mapToObj((n) -> "story" + n).toArray(String[]::new));

		writer.feed.write(many, () -> {
		});

		reader.readOn();
		assertThat(positions()).hasSize(6);
		assertThat(writer.told).containsExactly(new Change(many));
		Set<NodeId> told = new HashSet<>();
		reader.told.forEach((change) -> told.addAll(((Change) change).nodes()));
		assertThat(told).isEqualTo(many);
	}

	@Test
	void tellsWhatAWriteMayHaveDoneThatFailed() {
		Instance writer = new Instance();
		Instance other = new Instance();

		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> writer.feed.write(ids("bridge"), ChangeFeedTests::fail));
		other.readOn();

		assertThat(writer.told).containsExactly(new Change(ids("bridge")));
		assertThat(other.told).containsExactly(new Change(ids("bridge")));
	}

	@Test
	void doesNotFailAWriteThatCannotBeConfirmedButConfirmsItLater() {
		Instance writer = new Instance();
		Instance other = new Instance();

		writer.feed.write(ids("bridge"), () -> writer.log.isAway = true);
		assertThat(positions()).hasSize(1);
		writer.log.isAway = false;
		writer.readOn();
		other.readOn();

		assertThat(positions()).hasSize(2);
		assertThat(other.told).containsExactly(new Change(ids("bridge")));
	}

	@Test
	void saysThatAChangeIsSettledOnceAllHaveHeardOfIt() {
		Instance writer = new Instance();
		Instance other = new Instance();

		writer.feed.write(ids("bridge"), () -> {
		});
		other.readOn();

		assertThat(writer.settled).containsExactly(new ChangeSettled(ids("bridge")));
		assertThat(other.settled).containsExactly(new ChangeSettled(ids("bridge")));
	}

	@Test
	void aChangeIsSettledEvenIfSomebodyWhoHearsOfItFails() {
		List<Object> heard = new ArrayList<>();
		StoredChangeFeed feed = new StoredChangeFeed(new FragileLog(this.database), (event) -> {
			heard.add(event);
			if (event instanceof Change) {
				throw new IllegalStateException("deaf");
			}
		}, SHARED);

		assertThatIllegalStateException().isThrownBy(() -> feed.write(ids("bridge"), () -> {
		}));
		assertThat(heard).containsExactly(new Change(ids("bridge")), new ChangeSettled(ids("bridge")));
	}

	@Test
	void doesNotWriteWhatItCannotAnnounce() {
		Instance writer = new Instance();
		List<String> written = new ArrayList<>();
		writer.log.isAway = true;

		assertThatExceptionOfType(MongoTimeoutException.class)
			.isThrownBy(() -> writer.feed.write(ids("bridge"), () -> written.add("bridge")));
		assertThat(written).isEmpty();
	}

	private static void fail() {
		throw new IllegalStateException("half way");
	}

	private List<Long> positions() {
		MongoCollection<Document> changes = this.database.getCollection("changes");
		return changes.find().map((entry) -> entry.getLong("_id")).into(new ArrayList<>()).stream().sorted().toList();
	}

	private static Set<NodeId> ids(String... names) {
		Set<NodeId> ids = new HashSet<>();
		for (String name : names) {
			ids.add(NodeId.named('A', name));
		}
		return ids;
	}

	/** One process on the store. */
	private final class Instance {

		private final List<Object> told = Collections.synchronizedList(new ArrayList<>());

		private final FragileLog log = new FragileLog(ChangeFeedTests.this.database);

		private final List<ChangeSettled> settled = Collections.synchronizedList(new ArrayList<>());

		private final StoredChangeFeed feed = new StoredChangeFeed(this.log, this::hear, SHARED);

		Instance() {
			this.feed.startReading();
		}

		private void hear(Object event) {
			if (event instanceof ChangeSettled change) {
				this.settled.add(change);
			}
			else {
				this.told.add(event);
			}
		}

		void readOn() {
			readOnAfter(Duration.ZERO);
		}

		void readOnAfter(Duration time) {
			this.feed.readOn(System.nanoTime() + time.toNanos());
		}

	}

	/**
	 * A log that a test can take away, and that overlooks once what was appended after it
	 * had looked there.
	 */
	private static final class FragileLog extends ChangeLog {

		private final Set<Long> overlooked = new HashSet<>();

		private boolean isAway;

		FragileLog(MongoDatabase database) {
			super(database, Clock.systemUTC());
		}

		@Override
		long append(Entry entry) {
			if (this.isAway) {
				throw new MongoTimeoutException("away");
			}
			return super.append(entry);
		}

		@Override
		List<Entry> page(long first) {
			List<Entry> page = super.page(first).stream()
				.filter((entry) -> !this.overlooked.contains(entry.position()))
				.toList();
			this.overlooked.clear();
			return page;
		}

	}

}
