package io.broadsheet.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.NodeId;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/**
 * A newsroom of any size that has written for ten years: articles of 4 KB whose words are
 * as frequent as in a language. It goes straight into a store, as the gateway keeps it,
 * since publishing it would take hours.
 *
 * @param articles how many articles there are
 */
record MadeUpArchive(int articles) {

	static final int SECTIONS = 12;

	static final int TOPICS = 200;

	static final int AUTHORS = 300;

	static final Instant NEWEST = Instant.parse("2026-05-14T12:00:00Z");

	static final Duration SPAN = Duration.ofDays(3650);

	static final ZipfWords WORDS = new ZipfWords(60_000);

	private static final int WORDS_IN_PARAGRAPH = 90;

	private static final int PARAGRAPHS = 7;

	private static final int BATCH = 500;

	/** The id of one of the articles, sections, topics or authors. */
	static NodeId id(char kind, int number) {
		return NodeId.named(kind, slug(kind, number));
	}

	private static String slug(char kind, int number) {
		return "made-up-" + Character.toLowerCase(kind) + number;
	}

	/** Puts all of it into an empty store. */
	void fill(String uri) {
		try (MongoClient client = MongoClients.create(uri)) {
			MongoDatabase database = client.getDatabase("broadsheet");
			database.getCollection("sections").insertMany(named('S', SECTIONS, new Document("parent", null)));
			database.getCollection("topics")
				.insertMany(named('T', TOPICS, new Document("kind", "SUBJECT").append("aliases", List.of())));
			database.getCollection("authors").insertMany(named('U', AUTHORS, new Document("bio", null)));
			MongoCollection<Document> collection = database.getCollection("articles");
			collection.createIndex(Indexes.ascending("addresses"), new IndexOptions().unique(true));
			IntStream.range(0, (this.articles + BATCH - 1) / BATCH)
				.parallel()
				.forEach((batch) -> collection
					.insertMany(IntStream.range(batch * BATCH, Math.min(this.articles, (batch + 1) * BATCH))
						.mapToObj(MadeUpArchive::article)
						.toList()));
		}
	}

	private static List<Document> named(char kind, int count, Document rest) {
		return IntStream.range(0, count).mapToObj((n) -> {
			Document document = document(kind, n, 1).append("name", WORDS.word(n) + " " + WORDS.word(n + 1))
				.append("description", null)
				.append("position", n);
			document.putAll(rest);
			return document;
		}).toList();
	}

	private static Document document(char kind, int number, int schemaVersion) {
		return new Document("_id", id(kind, number).value()).append("schemaVersion", schemaVersion)
			.append("slug", slug(kind, number))
			.append("addresses", List.of(slug(kind, number)));
	}

	/** The same at each call, in an archive of any size. */
	private static Document article(int number) {
		RandomGenerator random = new Random(number);
		Instant at = NEWEST.minusSeconds(random.nextInt((int) SPAN.toSeconds()));
		return document('A', number, 2).append("status", "PUBLISHED")
			.append("language", "en")
			.append("headline", WORDS.text(9, random))
			.append("brief", WORDS.text(24, random))
			.append("markdown", body(random))
			.append("reading",
					new Document("words", WORDS_IN_PARAGRAPH * PARAGRAPHS).append("unspacedWords", 0)
						.append("unspacedCharacters", 0)
						.append("pictures", 0))
			.append("section", id('S', random.nextInt(SECTIONS)).value())
			.append("authors", List.of(id('U', random.nextInt(AUTHORS)).value()))
			.append("topics", random.ints(4, 0, TOPICS).distinct().mapToObj((n) -> id('T', n).value()).toList())
			.append("corrections", List.of())
			.append("picks", List.of())
			.append("firstPublishedAt", at)
			.append("publishedAt", at)
			.append("updatedAt", at.plusSeconds(random.nextInt(100_000)))
			.append("extra", new Document());
	}

	private static String body(RandomGenerator random) {
		return String.join("\n\n",
				IntStream.range(0, PARAGRAPHS).mapToObj((n) -> WORDS.text(WORDS_IN_PARAGRAPH, random)).toList());
	}

}
