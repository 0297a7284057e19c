package io.broadsheet.related;

import java.io.Closeable;
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
import io.broadsheet.search.ArticleTexts;
import io.broadsheet.search.IndexCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
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
	void wordsThatMetByChanceAreNoPhrase() throws IOException {
		String chance = "The council cost three. ";
		List<Related.Story> stories = related(
				article("Walk").saying(chance + "At walking pace the tram scraped past every kerb in Lower Quay."),
				article("Ride").saying(chance + "Passengers read whole novels aboard, carried at walking pace."),
				article("Bill").saying("They cost more, the three of them."),
				article("Sums").saying("All cost less; three said so."),
				article("Vote").saying("Three went, and it cost them."),
				article("Fund").saying("What did it cost? Three coins."));
		assertThat(stories.getFirst().reasons().getFirst().phrases()).contains("walking pace")
			.doesNotContain("cost three");
	}

	@Test
	void phrasesAreSpelledAsTheBodySpellsThemNotAsTheHeadline() throws IOException {
		List<Related.Story> stories = related(article("Walking Pace For All").saying("At walking pace the tram came."),
				article("Ride").saying("A tram at walking pace again."));
		assertThat(stories.getFirst().reasons().getFirst().phrases()).containsExactly("walking pace");
	}

	@Test
	void aPartOfALongerNameIsNotToldAsANameOfItsOwn() throws IOException {
		List<Related.Story> stories = related(article("Walk").saying("They met on Penny Bridge, where Quaye spoke."),
				article("Ride").saying("He gave a penny for the old bridge, said Quaye."));
		assertThat(stories.getFirst().reasons().getFirst().phrases()).containsExactly("Quaye");
	}

	@Test
	void whatIsMentionedIsNotCutShort() throws IOException {
		assertThat(mentioned("We saw the National Aeronautics and Space Administration today."))
			.containsExactly("National Aeronautics and Space Administration");
		assertThat(mentioned("They met in the COVID-19 pandemic.")).containsExactly("COVID-19 pandemic");
		assertThat(mentioned("He leads the Ratepayers’ League there.")).containsExactly("Ratepayers’ League");
	}

	@Test
	void whatAnySentenceCouldSayIsNotMentioned() throws IOException {
		assertThat(mentioned("It is late. Stay tuned.")).isEmpty();
		assertThat(mentioned("Nobody wants everything else again.")).isEmpty();
		assertThat(mentioned("The file has 24.5 KB.")).isEmpty();
	}

	@Test
	void inEveryArchiveSharesAddUpAndNothingStandsBesideItself() throws IOException {
		for (int seed = 0; seed < 30; seed++) {
			List<Article> archive = archive(new Random(seed));
			List<Related.Story> stories = related(archive.toArray(Article[]::new));
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
	void whoWantsFewGetsTheFirstOfThoseThatMoreWouldGet() throws IOException {
		for (int seed = 0; seed < 10; seed++) {
			Article[] archive = archive(new Random(seed)).toArray(Article[]::new);
			try (Archive index = new Archive(archive)) {
				Related all = index.read((ranking) -> ranking.related(archive[0].id(), Wanted.ANY, Ranking.MOST));
				Related few = index.read((ranking) -> ranking.related(archive[0].id(), Wanted.ANY, 3));
				int shown = Math.min(3, all.stories().size());
				assertThat(few.stories()).isEqualTo(all.stories().subList(0, shown));
				assertThat(few.next()).isEqualTo(ids(all.stories().subList(shown, all.stories().size())));
			}
		}
	}

	@Test
	void whatIsWrittenOfAnArticleIsReadTheSame() {
		Article article = article("Ferry: part 2").saying("The ferry and the ferry again.")
			.referringTo(NodeId.named('U', "u"), NodeId.named('T', "t"), NodeId.named('S', "s"))
			.beside(article("Other"))
			.in("pt-BR")
			.build();
		Traits traits = SubjectReading.of(article, ArticleTexts.of(article, article.markdown())).traits();
		Traits read = new StoredTraits(StoredTraits.write(traits)).traits();
		assertThat(read).usingRecursiveComparison().isEqualTo(traits);
		assertThat(read.primaryLanguage()).isEqualTo("pt");
	}

	@Test
	void aPreviewStandsBesideWhatItWillStandBesideWhenPublished() throws IOException {
		for (int seed = 0; seed < 20; seed++) {
			Random random = new Random(seed);
			Article[] archive = archive(random).toArray(Article[]::new);
			Article revised = article(archive[0].headline()).saying(words(random, random.nextInt(80)))
				.referringTo(NodeId.named('U', "u1"), NodeId.named('T', "t" + random.nextInt(6)),
						NodeId.named('S', "s1"))
				.build();
			boolean isNew = random.nextBoolean();
			try (Archive index = new Archive(Arrays.copyOfRange(archive, isNew ? 1 : 0, archive.length))) {
				Subject subject = SubjectReading.of(revised, ArticleTexts.of(revised, revised.markdown()));
				Related before = index.read((ranking) -> ranking.preview(subject, Wanted.ANY, Ranking.MOST));
				index.publish(revised);
				assertThat(index.read((ranking) -> ranking.related(revised.id(), Wanted.ANY, Ranking.MOST)))
					.isEqualTo(before);
				index.merge();
				assertThat(index.read((ranking) -> ranking.related(revised.id(), Wanted.ANY, Ranking.MOST)))
					.isEqualTo(before);
			}
		}
	}

	@Test
	void whatIsGoneCountsNoMore() throws IOException {
		Article[] archive = { article("Ferry sails").saying("The ferry left the harbour pier.").build(),
				article("Ferry sinks").saying("The ferry hit the harbour pier.").build(),
				article("Bread dearer").saying("Rye flour costs more.").build() };
		try (Archive index = new Archive(archive)) {
			Related before = index.read((ranking) -> ranking.related(archive[0].id(), Wanted.ANY, Ranking.MOST));
			for (int i = 0; i < 6; i++) {
				index.publish(archive[i % 3]);
			}
			assertThat(index.read((ranking) -> ranking.related(archive[0].id(), Wanted.ANY, Ranking.MOST)))
				.isEqualTo(before);
		}
	}

	/** What two stories mention that have a sentence in common. */
	private static List<String> mentioned(String sentence) throws IOException {
		List<Related.Story> stories = related(article("Morning").saying("Rain fell. " + sentence),
				article("Evening").saying("It cleared up. " + sentence), article("Bread dearer").saying("Rye is dear."),
				article("Goose seen").saying("It honked."));
		return stories.getFirst()
			.reasons()
			.stream()
			.filter((reason) -> reason.kind() == Reason.Kind.SIMILAR_TEXT)
			.flatMap((reason) -> reason.phrases().stream())
			.toList();
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

	/** Stories of which many have words, authors, topics and sections in common. */
	private static List<Article> archive(Random random) {
		List<Article> archive = new ArrayList<>();
		for (int i = 0; i < 3 + random.nextInt(40); i++) {
			archive.add(article("Story " + i + " " + words(random, 3)).saying(words(random, random.nextInt(80)))
				.referringTo(NodeId.named('U', "u" + random.nextInt(4)), NodeId.named('T', "t" + random.nextInt(6)),
						NodeId.named('S', "s" + random.nextInt(3)))
				.publishedAt(NOON.minus(days(random.nextInt(2000))))
				.build());
		}
		return archive;
	}

	private static List<Related.Story> related(ArticleBuilder... archive) throws IOException {
		return related(Arrays.stream(archive).map(ArticleBuilder::build).toArray(Article[]::new));
	}

	/** What stands beside the first of some articles. */
	private static List<Related.Story> related(Article... archive) throws IOException {
		try (Archive index = new Archive(archive)) {
			return index.read((ranking) -> ranking.related(archive[0].id(), Wanted.ANY, Ranking.MOST)).stories();
		}
	}

	/** An index with some articles. */
	private static final class Archive implements Closeable {

		private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

		private final RelatedFields fields = new RelatedFields();

		private final IndexWriter writer = new IndexWriter(this.directory,
				new IndexWriterConfig().setCodec(new IndexCodec(List.of(this.fields))));

		private final Segments segments = new Segments();

		Archive(Article... articles) throws IOException {
			for (Article article : articles) {
				publish(article);
			}
		}

		void publish(Article article) throws IOException {
			Document document = new Document();
			this.fields.addTo(document, article, ArticleTexts.of(article, article.markdown()));
			this.writer.updateDocument(new Term(RelatedFields.ID, article.id().value()), document);
		}

		void merge() throws IOException {
			this.writer.forceMerge(1);
		}

		Related read(Reading reading) throws IOException {
			try (DirectoryReader reader = DirectoryReader.open(this.writer)) {
				return reading.read(new Ranking(reader, this.segments, SETTINGS, Set::of));
			}
		}

		@Override
		public void close() throws IOException {
			this.writer.close();
			this.directory.close();
		}

	}

	private interface Reading {

		Related read(Ranking ranking) throws IOException;

	}

}
