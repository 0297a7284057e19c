package io.broadsheet.topic;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.broadsheet.DeafFeed;
import io.broadsheet.TestStore;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances that have not heard of each other's merges yet. */
class TopicsOfTwoInstancesTests {

	@AutoClose
	private final TestStore store = new TestStore();

	private final Topics here = new Topics(this.store.database(), new DeafFeed());

	private final Topics there = new Topics(this.store.database(), new DeafFeed());

	@BeforeEach
	void start() {
		this.here.prepare();
		this.there.prepare();
	}

	@Test
	void mergesIntoEachOtherAtTheSameMomentLeaveOneOfThem() throws Exception {
		for (int i = 0; i < 50; i++) {
			NodeId one = topic("one-" + i);
			NodeId other = topic("other-" + i);

			try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
				List<Future<Boolean>> merges = instances
					.invokeAll(List.of(() -> this.here.merge(one, other), () -> this.there.merge(other, one)));
				assertThat(merges.get(0).get() && merges.get(1).get()).isFalse();
			}
			String end = "-" + i;
			assertThat(stored().merged().keySet()).filteredOn((topic) -> topic.slug().endsWith(end)).hasSizeLessThan(2);
		}
	}

	@Test
	void aMergeIntoWhatWasJustRemovedElsewhereIsTakenBack() {
		NodeId from = topic("from");
		NodeId into = topic("into");
		this.there.remove(into);

		assertThat(this.here.merge(from, into)).isFalse();

		assertThat(stored().merged()).isEmpty();
		assertThat(stored().find(from)).isNotNull();
	}

	/** The topics as an instance that starts now finds them. */
	private Topics stored() {
		Topics next = new Topics(this.store.database(), new DeafFeed());
		next.prepare();
		return next;
	}

	private NodeId topic(String slug) {
		Topic topic = new Topic(NodeId.named(Topic.KIND, slug), slug, List.of(), slug, null, TopicKind.SUBJECT,
				List.of());
		this.here.add(topic);
		return topic.id();
	}

}
