package io.broadsheet.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import io.broadsheet.TestClock;
import io.broadsheet.author.Author;
import io.broadsheet.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Searches and suggestions as readers make them. */
@GatewayTest
class ArticleSearchTests {

	private final Newsroom newsroom;

	private final GraphQlClient client;

	@Autowired
	ArticleSearchTests(Newsroom newsroom, GraphQlClient client) {
		this.newsroom = newsroom;
		this.client = client;
	}

	@Test
	void theHeadlineCountsMoreThanTheBriefThatMoreThanNamesAndThoseMoreThanTheBody() {
		Topic topic = this.newsroom.topic("Quillfish breeding");
		this.newsroom.publish(article("Rank four").saying("The quillfish. Quillfish here, quillfish there."),
				article("Rank three").about(topic), article("Rank two").brief("Somebody saw a quillfish yesterday"),
				article("Rank one: quillfish"));
		assertThat(headlines("quillfish")).containsExactly("Rank one: quillfish", "Rank two", "Rank three",
				"Rank four");
	}

	@Test
	void theRecentIsPreferredAmongEquals() {
		this.newsroom.publish(article("Brontide heard in May").publishedAt(TestClock.NOON.minus(Duration.ofDays(900))),
				article("Brontide heard in Mar").publishedAt(TestClock.NOON.minus(Duration.ofDays(2))));
		assertThat(headlines("brontide heard")).containsExactly("Brontide heard in Mar", "Brontide heard in May");
	}

	@Test
	void phrasesStandTogetherAndWhatHasAHyphenIsLeftOut() {
		this.newsroom.publish(article("Zephyr city commissioners"), article("Zephyr commissioners of the city"));
		assertThat(headlines("zephyr \"city commissioners\"")).containsExactly("Zephyr city commissioners");
		assertThat(headlines("zephyr \u201ccity commissioners\u201d")).containsExactly("Zephyr city commissioners");
		assertThat(headlines("zephyr -\"city commissioners\"")).containsExactly("Zephyr commissioners of the city");
		assertThat(headlines("zephyr -of")).containsExactly("Zephyr city commissioners");
	}

	@Test
	void oneSlipStillFindsTheStoryBehindWhatIsExactlyThat() {
		this.newsroom.publish(article("Marzipan shortage"), article("Marzipen shortage"));
		assertThat(headlines("marzipan")).containsExactly("Marzipan shortage", "Marzipen shortage");
		assertThat(headlines("mazripan")).contains("Marzipan shortage");
		assertThat(headlines("arzipan")).contains("Marzipan shortage");
		assertThat(headlines("marzipann")).contains("Marzipan shortage");
	}

	@Test
	void whoFindsAHundredStoriesWithTheWordAsTypedIsNotGivenSlips() {
		this.newsroom.publish(article("Cormarant seen"));
		this.newsroom
			.publish(IntStream.range(0, 99).mapToObj((n) -> article("Cormorant " + n)).toArray(ArticleBuilder[]::new));
		assertThat(ask("cormorant").get("totalCount").asInt()).isEqualTo(100);
		this.newsroom.publish(article("Cormorant again"));
		assertThat(ask("cormorant").get("totalCount").asInt()).isEqualTo(100);
		assertThat(ask("cormarant").get("totalCount").asInt()).isEqualTo(101);
	}

	@Test
	void aRenamedTopicIsFoundByItsNewNameAndAnAuthorByHers() {
		Author author = this.newsroom.author("Wilhelmine Okonkwo");
		Topic topic = this.newsroom.topic("Underwater hockey");
		this.newsroom.publish(article("Match in the pool").about(topic).by(author));
		assertThat(headlines("octopush")).isEmpty();
		this.newsroom.store(new Topic(topic.id(), topic.slug(), List.of(), "Octopush", null, topic.kind(), List.of()));
		assertThat(headlines("octopush")).containsExactly("Match in the pool");
		assertThat(headlines("wilhelmine okonkwo")).containsExactly("Match in the pool");
	}

	@ParameterizedTest
	@CsvSource({ "de,Die Bürgermeisterin besucht die Häfen,hafen", "de,Straßenfest am Domplatz,strassenfest",
			"fr,Les élèves de l'école chantent,ecole", "fr,Les journaux protestent,journal",
			"es,Las canciones del verano,cancion", "it,Gli amici della città,citta", "pt,As eleições chegaram,eleicao",
			"nl,De fietsen zijn terug,fiets", "sv,Båtarna kom hem,baten", "pl,Nowe drogi w mieście,droga",
			"ru,Новые дороги города,дорога", "uk,Нові книги для школи,книга", "tr,İstanbul'da köprüler kapandı,kopru",
			"ar,المدرسة الجديدة,مدرسة", "fa,کتاب‌های تازه,کتاب", "hi,नई किताबें आईं,किताब", "zh,北京大学举行毕业典礼,毕业典礼",
			"ja,東京で新しい橋が開通した,東京 橋", "ko,서울에서 새 다리가 열렸다,다리", "en,The bridges were reopening,bridge reopens",
			"cy,Pontydd newydd yng Nghaerdydd,nghaerdydd" })
	void everyLanguageHasItsAnalysis(String language, String headline, String query) {
		this.newsroom.publish(article(headline).in(language));
		assertThat(headlines(query)).contains(headline);
	}

	@ParameterizedTest
	@ValueSource(strings = { "!!!", "AND OR NOT", "field:value", "a*b?c~2^3", "(((", "[1 TO 2]", "\"", "- -", "--",
			"\\", "/.*/", "C++ AT&T wi-fi", "\u0000\uD83D", "😀", "-nothing", "\"\"", "+x -\"y",
			"1/2 50% $5 #tag @name" })
	void noQueryIsAnError(String query) {
		JsonNode answer = this.client.ask(
				"query($text: String!) { search(query: $text) { totalCount didYouMean facets { years { count } } edges { highlights { html } } } }",
				Map.of("text", query));
		assertThat(answer.get("errors")).as(answer.toString()).isNull();
	}

	@Test
	void aLikelierWordIsOfferedIfItFindsMore() {
		this.newsroom.publish(article("Xylophone played"), article("Xylophone lost"), article("Xylophone found"),
				article("Xylophone sold"), article("Xylophone bought"));
		assertThat(ask("xilophone sold").get("didYouMean").asString()).isEqualTo("xylophone sold");
		assertThat(ask("xylophone").get("didYouMean").isNull()).isTrue();
		assertThat(ask("vwxqzkj").get("didYouMean").isNull()).isTrue();
	}

	@Test
	void aLikelierWordIsOfferedWithItsAccents() {
		this.newsroom.publish(article("Qüxelzähler gebaut").in("de"), article("Qüxelzähler gefunden").in("de"),
				article("Qüxelzähler verloren").in("de"), article("Qüxelzähler gezeigt").in("de"),
				article("Qüxelzähler gestohlen").in("de"));
		assertThat(ask("quxelzahlor").get("didYouMean").asString()).isEqualTo("qüxelzähler");
	}

	@Test
	void highlightsAreMarkedAndAllElseIsEscaped() {
		this.newsroom.publish(article("Grackle <script>alert(1)</script>").brief("A \"grackle\" & more")
			.saying("First there was nothing.\n\nThen the *grackles* <img src=x onerror=y> came. They left."));
		JsonNode highlights = this.client.ask("{ search(query: \"grackle\") { edges { highlights { field html } } } }")
			.at("/data/search/edges/0/highlights");
		assertThat(highlights.get(0).get("html").asString())
			.isEqualTo("<mark>Grackle</mark> &lt;script&gt;alert(1)&lt;/script&gt;");
		assertThat(highlights.get(1).get("html").asString()).isEqualTo("A &quot;<mark>grackle</mark>&quot; &amp; more");
		assertThat(highlights.get(2).get("field").asString()).isEqualTo("body");
		assertThat(highlights.get(2).get("html").asString()).contains("<mark>grackles</mark>").doesNotContain("<img");
	}

	@Test
	void pagesFitTogetherWhileStoriesComeAndGo() {
		ArticleBuilder[] stories = new ArticleBuilder[30];
		for (int n = 0; n < stories.length; n++) {
			stories[n] = article("Vuvuzela " + "blown ".repeat(n % 5) + n)
				.saying((n % 3 == 0) ? "Vuvuzela again" : "Nothing more");
		}
		this.newsroom.publish(stories);
		List<String> walked = new java.util.ArrayList<>();
		String after = null;
		for (int page = 0; page < 10; page++) {
			JsonNode answer = this.client.ask(
					"query($after: String) { search(query: \"vuvuzela\", first: 4, after: $after) { nodes { headline } pageInfo { endCursor hasNextPage hasPreviousPage } } }",
					(after != null) ? Map.of("after", after) : Map.of())
				.at("/data/search");
			assertThat(answer.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(page > 0);
			answer.get("nodes").forEach((node) -> walked.add(node.get("headline").asString()));
			if (!answer.at("/pageInfo/hasNextPage").asBoolean()) {
				break;
			}
			after = answer.at("/pageInfo/endCursor").asString();
			this.newsroom.publish(article("Vuvuzela newcomer " + page).publishedAt(TestClock.NOON));
		}
		assertThat(walked).doesNotHaveDuplicates();
		for (ArticleBuilder story : stories) {
			assertThat(walked).contains(story.build().headline());
		}
	}

	@Test
	void suggestionsComeFromAnyWordsStartWithoutAccents() {
		Topic topic = this.newsroom.topic("Élan Ostrich farming");
		this.newsroom.author("Ostap Ravenna");
		this.newsroom.publish(article("Two ostriches escaped").about(topic));
		JsonNode suggested = this.client
			.ask("""
					{ suggest(prefix: "OST") { __typename ... on Topic { name } ... on Author { name } ... on Article { headline } } }""")
			.at("/data/suggest");
		assertThat(suggested.toString()).contains("Ostap Ravenna", "Élan Ostrich farming", "Two ostriches escaped");
		assertThat(this.client.ask("{ suggest(prefix: \"elan ostr\") { ... on Topic { name } } }").toString())
			.contains("Élan Ostrich farming");
		assertThat(this.client.ask("{ suggest(prefix: \"two ostriches\") { ... on Article { headline } } }").toString())
			.contains("Two ostriches escaped");
	}

	private List<String> headlines(String query) {
		return StreamSupport.stream(ask(query).get("nodes").spliterator(), false)
			.map((node) -> node.get("headline").asString())
			.toList();
	}

	private JsonNode ask(String query) {
		JsonNode answer = this.client.ask(
				"query($text: String!) { search(query: $text) { totalCount nodes { headline } didYouMean } }",
				Map.of("text", query));
		return answer.at("/data/search");
	}

}
