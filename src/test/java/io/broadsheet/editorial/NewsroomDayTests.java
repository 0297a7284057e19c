package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.access.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day's work: twenty editors do to two hundred drafts what editors do, all at once and
 * without asking each other. At the end all is as a model says that is told of nothing
 * but the steps that were answered to have been taken.
 */
@GatewayTest
class NewsroomDayTests {

	private static final int EDITORS = 20;

	private static final int DRAFTS = 200;

	private static final int STEPS_OF_EACH = 100;

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	/** The revisions of each draft by their numbers, as the editors were told of them. */
	private final Map<String, Map<Integer, Taken>> told = new ConcurrentHashMap<>();

	private final List<String> ids = new ArrayList<>();

	private String section = "";

	private String author = "";

	@Test
	void atTheEndOfADayAllIsAsTheEditorsWereTold() throws Exception {
		this.section = this.newsroom.section("A day", null).id().value();
		this.author = this.newsroom.author("Dora Day").id().value();
		atOnce(EDITORS, this::beginDrafts);
		this.ids.addAll(new HashSet<>(this.told.keySet()));
		assertThat(this.ids).hasSize(DRAFTS);

		atOnce(EDITORS, this::work);

		this.ids.forEach(this::assertAsTold);
	}

	private void beginDrafts(int editor) {
		Desk desk = Desk.of(this.client, "Editor " + editor);
		for (int n = 0; n < DRAFTS / EDITORS; n++) {
			note("draftCreate", "Editor " + editor, desk.create(Map.of("headline", "Day %d %d".formatted(editor, n),
					"markdown", "Text.", "section", this.section, "authors", List.of(this.author))));
		}
	}

	private void work(int editor) {
		Random random = new Random(editor);
		String name = "Editor " + editor;
		Desk desk = Desk.of(this.client, name);
		for (int n = 0; n < STEPS_OF_EACH; n++) {
			Desk.Draft draft = seen(desk, this.ids.get(random.nextInt(random.nextBoolean() ? 5 : DRAFTS)));
			switch (random.nextInt(7)) {
				case 0 -> note("draftSubmit", name, desk.submit(draft));
				case 1 -> note("draftReturn", name, desk.giveBack(draft));
				case 2 -> note("draftPublish", name, desk.publish(draft));
				case 3 -> note("draftRestore", name, desk.restore(draft, 1 + random.nextInt(draft.revision())));
				case 4 -> revise(desk, name, draft);
				default ->
					note("draftUpdate", name, desk.update(draft, Map.of("brief", "%s, change %d".formatted(name, n))));
			}
		}
	}

	private void revise(Desk desk, String name, Desk.Draft draft) {
		if (!draft.get("article/id").isEmpty()) {
			note("draftCreate", name, desk.create(Map.of("from", draft.get("article/id"))));
		}
	}

	private static Desk.Draft seen(Desk desk, String id) {
		return new Desk.Draft(
				desk.ask("{ draft(id: \"%s\") { id revision article { id } } }".formatted(id)).get("data"));
	}

	private void note(String action, String editor, Desk.Draft answer) {
		assertThat(answer.allErrors()).isSubsetOf("RevisionConflict", "NotAllowed");
		if (answer.errors().isEmpty()) {
			Taken before = this.told.computeIfAbsent(answer.id(), (id) -> new ConcurrentHashMap<>())
				.put(answer.revision(), new Taken(action, editor, answer.status(), answer.get("brief")));
			assertThat(before).as("a revision that two editors were told of").isNull();
		}
	}

	private void assertAsTold(String id) {
		Map<Integer, Taken> revisions = this.told.getOrDefault(id, Map.of());
		JsonNode draft = this.client.as("Auditor", Permission.EDIT)
			.ask("""
					{ draft(id: "%s") { revision status brief article { brief }
					  history(first: 100) { totalCount nodes { revision action by status } } } }""".formatted(id))
			.at("/data/draft");
		int latest = revisions.size();
		assertThat(draft.get("revision").asInt()).as("no step is lost").isEqualTo(latest);
		Taken last = Objects.requireNonNull(revisions.get(latest));
		assertThat(new Taken(last.action(), last.by(), draft.get("status").asString(), text(draft.get("brief"))))
			.isEqualTo(last);
		assertThat(draft.at("/history/totalCount").asInt()).isEqualTo(latest);
		draft.at("/history/nodes").forEach((revision) -> {
			Taken taken = Objects.requireNonNull(revisions.get(revision.get("revision").asInt()));
			assertThat(revision.get("action").asString()).isEqualTo(taken.action());
			assertThat(revision.get("by").asString()).isEqualTo(taken.by());
			assertThat(revision.get("status").asString()).isEqualTo(taken.status());
		});
		assertThat(text(draft.at("/article/brief"))).as("readers have what was published last")
			.isEqualTo(published(revisions));
	}

	private static String published(Map<Integer, Taken> revisions) {
		return revisions.entrySet()
			.stream()
			.filter((revision) -> revision.getValue().action().equals("draftPublish"))
			.max(Map.Entry.comparingByKey())
			.map((revision) -> revision.getValue().brief())
			.orElse("");
	}

	private static String text(JsonNode node) {
		return node.asStringOpt().orElse("");
	}

	private static void atOnce(int editors, IntConsumer work) throws Exception {
		List<Callable<@Nullable Void>> all = new ArrayList<>();
		for (int n = 0; n < editors; n++) {
			int number = n;
			all.add(() -> {
				work.accept(number);
				return null;
			});
		}
		try (ExecutorService pool = Executors.newFixedThreadPool(editors)) {
			for (Future<@Nullable Void> done : pool.invokeAll(all)) {
				done.get();
			}
		}
	}

	/**
	 * A step that an editor was told to have taken.
	 *
	 * @param action the step, as the mutation is called
	 * @param by who took it
	 * @param status the draft's status afterwards
	 * @param brief the draft's brief afterwards
	 */
	record Taken(String action, String by, String status, String brief) {
	}

}
