package io.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.broadsheet.ArticleBuilder;
import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import io.broadsheet.Newsroom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What readers ask for at the same time is read together, and is still each one's own.
 */
@GatewayTest
class ReadersAtOnceTests {

	private static final int READERS = 16;

	private static final int STORIES = 24;

	@Autowired
	private GraphQlClient client;

	@Autowired
	private Newsroom newsroom;

	@Test
	void everyReaderIsGivenTheArticleThatWasAskedFor() throws Exception {
		List<ArticleBuilder> stories = IntStream.range(0, STORIES)
			.mapToObj((n) -> article("Read at once " + n).formerlyAt("once-read-" + n, "/2019/once/" + n))
			.toList();
		stories.forEach(this.newsroom::publish);
		SplittableRandom seeds = new SplittableRandom(5);
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int reader = 0; reader < READERS; reader++) {
				SplittableRandom random = seeds.split();
				all.add(readers.submit(() -> {
					for (int step = 0; step < 50; step++) {
						read(stories, random);
					}
				}));
			}
			for (Future<?> reader : all) {
				reader.get();
			}
		}
	}

	/** By an operation of its own each time, so that no answer is one that was kept. */
	private void read(List<ArticleBuilder> stories, SplittableRandom random) {
		int n = random.nextInt(STORIES);
		List<Map<String, String>> addresses = List.of(Map.of("id", stories.get(n).id().value()),
				Map.of("slug", "read-at-once-" + n), Map.of("slug", "once-read-" + n),
				Map.of("url", "https://tollingford.example/2019/once/" + n),
				Map.of("slug", "nobody-has-this-slug-" + n));
		int way = random.nextInt(addresses.size());

		JsonNode answer = this.client.ask("query Once" + random.nextInt(Integer.MAX_VALUE)
				+ "($by: ArticleKey!) { article(by: $by) { headline } }", Map.of("by", addresses.get(way)));

		assertThat(answer.has("errors")).as(answer.toString()).isFalse();
		assertThat(answer.at("/data/article/headline").asString())
			.isEqualTo((way < addresses.size() - 1) ? "Read at once " + n : "");
	}

}
