package io.broadsheet.section;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.DeafFeed;
import io.broadsheet.TestStore;
import io.broadsheet.graph.NodeId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances that have not heard of each other's moves yet. */
class SectionsOfTwoInstancesTests {

	@AutoClose
	private final TestStore store = new TestStore();

	private final Sections here = new Sections(this.store.database(), new DeafFeed());

	private final Sections there = new Sections(this.store.database(), new DeafFeed());

	@BeforeEach
	void start() {
		this.here.prepare();
		this.there.prepare();
	}

	@Test
	void movesIntoEachOtherAtTheSameMomentMakeNoCircle() throws Exception {
		for (int i = 0; i < 50; i++) {
			NodeId one = section("one-" + i);
			NodeId other = section("other-" + i);

			boolean both = together(() -> move(this.here, one, other), () -> move(this.there, other, one));

			assertThat(both).isFalse();
			assertThat(parent(one) != null && parent(other) != null).as("a circle of %s", i).isFalse();
		}
	}

	@Test
	void aMoveThatClosesACircleThatThisInstanceDoesNotKnowOfIsTakenBack() {
		NodeId top = section("top");
		NodeId middle = section("middle");
		NodeId bottom = section("bottom");
		assertThat(move(this.there, middle, top)).isTrue();
		assertThat(move(this.there, bottom, middle)).isTrue();

		assertThat(move(this.here, top, bottom)).isFalse();

		assertThat(parent(top)).isNull();
		assertThat(parent(bottom)).isEqualTo(middle);
	}

	@Test
	void aCircleThatADyingProcessLeftBehindIsStoredAsReadersSeeItAtTheNextStart() {
		NodeId one = section("left-one");
		NodeId other = section("left-other");
		put(one, other);
		put(other, one);
		Sections next = new Sections(this.store.database(), new DeafFeed());

		next.prepare();

		assertThat((parent(one) != null) != (parent(other) != null)).isTrue();
	}

	private NodeId section(String slug) {
		Section section = new Section(NodeId.named(Section.KIND, slug), slug, List.of(), slug, null, null, 0);
		this.here.add(section);
		return section.id();
	}

	private static boolean move(Sections sections, NodeId section, NodeId into) {
		try {
			return sections.change(section, (stored) -> stored.within(into)) != null;
		}
		catch (WithinItself ex) {
			return false;
		}
	}

	/** Whether both were done. */
	private static boolean together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
		try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
			boolean both = true;
			for (Future<Boolean> done : instances.invokeAll(List.of(one, other))) {
				both &= done.get();
			}
			return both;
		}
	}

	private @Nullable NodeId parent(NodeId section) {
		Document stored = Objects.requireNonNull(sections().find(Filters.eq("_id", section.value())).first());
		String parent = stored.getString("parent");
		return (parent != null) ? new NodeId(parent) : null;
	}

	private void put(NodeId section, NodeId into) {
		sections().updateOne(Filters.eq("_id", section.value()), Updates.set("parent", into.value()));
	}

	private MongoCollection<Document> sections() {
		return this.store.direct().getCollection("sections");
	}

}
