package io.broadsheet.related;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.TestClock;
import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The ranking's rules, on small archives. */
class RankingTests {

	private static final Instant NOON = TestClock.NOON;

	private static final RelatedSettings SETTINGS = new RelatedSettings(Duration.ofDays(240), 0.4, 100);

	private static final String[] WORDS = ("harbour bridge ferry council budget winter goose orchard tram night baker library"
			+ " flood river school market theatre pier signal mayor crane boiler garden lantern")
		.split(" ", -1);

	@Test
	void anArchiveOfOneHasNothingBesideIt() throws IOException {
		assertThat(related(article("Alone").saying("A ferry sails."))).isEmpty();
	}

	@Test
	void whatHasNothingInCommonIsNoFiller() throws IOException {
		assertThat(related(article("Ferry sails").saying("The ferry sails at dawn."),
				article("Bread dearer").saying("Rye flour costs more."), article("Goose seen").saying("It honked.")))
			.isEmpty();
	}

	@Test
	void articlesWithoutWordsAreNoError() throws IOException {
		assertThat(related(article("…").saying(""), article("?!").saying(""), article("Words").saying("Some words.")))
			.isEmpty();
	}

	@Test
	void ofTwoAlikeTheNearerInTimeComesFirst() throws IOException {
		List<Related.Story> stories = related(article("Ferry sails").saying("The ferry left the harbour pier."),
				article("Old ferry").saying("The ferry hit the harbour pier.").publishedAt(NOON.minus(days(3000))),
				article("New ferry").saying("The ferry saw the harbour pier.").publishedAt(NOON.minus(days(3))));
		assertThat(ids(stories)).containsExactly(article("New ferry").id(), article("Old ferry").id());
	}

	@Test
	void noMoreThanTwoOfASeriesStandInARowWhenOthersAreAsGood() throws IOException {
		String text = "The ferry and the harbour bridge %s.";
		List<Related.Story> stories = related(article("Ferry and harbour").saying(text.formatted("stand")),
				article("Diary: alpha").saying(text.formatted("one")),
				article("Diary: beta").saying(text.formatted("two")),
				article("Diary: gamma").saying(text.formatted("three")),
				article("Tales of delta").saying(text.formatted("four")));
		List<NodeId> ids = ids(stories);
		assertThat(ids).hasSize(4);
		assertThat(ids.indexOf(article("Tales of delta").id())).isLessThanOrEqualTo(2);
	}

	@Test
	void picksStandFirstInTheirOrderEvenWithNothingInCommon() throws IOException {
		ArticleBuilder bread = article("Bread dearer").saying("Rye flour costs more.");
		ArticleBuilder goose = article("Goose seen").saying("It honked.");
		List<Related.Story> stories = related(
				article("Ferry sails").saying("The ferry left the harbour pier.").beside(goose, bread), bread, goose,
				article("Ferry sinks").saying("The ferry hit the harbour pier."));
		assertThat(ids(stories)).containsExactly(goose.id(), bread.id(), article("Ferry sinks").id());
		assertThat(stories.getFirst().reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.EDITORS_PICK);
	}

	@Test
	void phrasesAreSpelledAsInTheArticle() throws IOException {
		List<Related.Story> stories = related(
				article("Vote").saying("Most City Commissioners of Lower Quay spoke for hours."),
				article("Count").saying("The city commissioner met the city commissioners again."),
				article("Other").saying("Nothing here matters."));
		assertThat(stories.getFirst().reasons().getFirst().phrases()).containsExactly("City Commissioners");
	}

	@Test
	void inEveryArchiveSharesAddUpAndNothingStandsBesideItself() throws IOException {
		for (int seed = 0; seed < 30; seed++) {
			Random random = new Random(seed);
			List<ArticleBuilder> archive = new ArrayList<>();
			for (int i = 0; i < 3 + random.nextInt(40); i++) {
				archive.add(article("Story " + i + " " + words(random, 3)).saying(words(random, random.nextInt(80)))
					.referringTo(NodeId.named('U', "u" + random.nextInt(4)), NodeId.named('T', "t" + random.nextInt(6)),
							NodeId.named('S', "s" + random.nextInt(3)))
					.publishedAt(NOON.minus(days(random.nextInt(2000)))));
			}
			List<Related.Story> stories = related(archive.toArray(ArticleBuilder[]::new));
			assertThat(ids(stories)).doesNotHaveDuplicates()
				.doesNotContain(archive.getFirst().id())
				.hasSizeLessThanOrEqualTo(20);
			assertThat(stories).allSatisfy((story) -> {
				double sum = story.reasons().stream().mapToDouble(Reason::share).sum();
				assertThat(sum).isCloseTo(story.score(), within(1e-9));
				assertThat(story.score()).isBetween(0.0, 1.0);
				assertThat(story.reasons()).isNotEmpty().allMatch((reason) -> reason.share() >= 0);
			});
		}
	}

	@Test
	void whatIsWrittenOfAnArticleIsReadTheSame() {
		Article article = article("Ferry: part 2").saying("The ferry and the ferry again.")
			.referringTo(NodeId.named('U', "u"), NodeId.named('T', "t"), NodeId.named('S', "s"))
			.beside(article("Other"))
			.in("pt-BR")
			.build();
		Traits traits = TraitsReading.of(article, article.markdown());
		Traits read = new StoredTraits(StoredTraits.write(traits)).traits();
		assertThat(read).usingRecursiveComparison().isEqualTo(traits);
		assertThat(read.primaryLanguage()).isEqualTo("pt");
	}

	private static Duration days(int days) {
		return Duration.ofDays(days);
	}

	private static String words(Random random, int count) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			words.add(WORDS[random.nextInt(WORDS.length)]);
		}
		return String.join(" ", words);
	}

	private static List<NodeId> ids(List<Related.Story> stories) {
		return stories.stream().map(Related.Story::id).toList();
	}

	/** What stands beside the first of some articles. */
	private static List<Related.Story> related(ArticleBuilder... archive) throws IOException {
		try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
			try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
				RelatedFields fields = new RelatedFields();
				for (Article article : Arrays.stream(archive).map(ArticleBuilder::build).toList()) {
					Document document = new Document();
					fields.addTo(document, article, article.markdown());
					writer.addDocument(document);
				}
			}
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				return new Ranking(reader, SETTINGS, Set::of).related(archive[0].id(), Wanted.ANY).stories();
			}
		}
	}

}
