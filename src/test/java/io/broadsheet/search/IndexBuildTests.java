package io.broadsheet.search;

import java.io.IOException;
import java.util.Map;

import io.broadsheet.GatewayTest;
import io.broadsheet.Newsroom;
import io.broadsheet.article.Articles;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class IndexBuildTests {

	private final Newsroom newsroom;

	private final Articles articles;

	private final ArticleIndexing indexing;

	@Autowired
	IndexBuildTests(Newsroom newsroom, Articles articles, ArticleIndexing indexing) {
		this.newsroom = newsroom;
		this.articles = articles;
		this.indexing = indexing;
	}

	@Test
	void everythingPublishedIsIndexed() throws IOException {
		this.newsroom.publish(article("Built one"), article("Built two"));
		try (OpenIndex index = open()) {
			int built = new IndexBuild(index, this.indexing).run(this.articles);
			index.refresh();
			IndexSearcher searcher = index.acquire();
			assertThat(searcher.getIndexReader().numDocs()).isEqualTo(built).isGreaterThanOrEqualTo(2);
			index.release(searcher);
		}
	}

	@Test
	void anIndexThatIsClosedMeanwhileEndsTheBuildAtOnce(CapturedOutput output) throws IOException {
		this.newsroom.publish(article("Closed one"), article("Closed two"));
		OpenIndex index = open();
		index.close();

		assertThatExceptionOfType(AlreadyClosedException.class)
			.isThrownBy(() -> new IndexBuild(index, this.indexing).run(this.articles));
		assertThat(output).doesNotContain("Left out the article");
	}

	@Test
	void manySegmentsAreMergedIntoFew() throws IOException {
		this.newsroom.publish(article("Merged one"));
		try (OpenIndex index = open()) {
			for (int n = 0; n < 3; n++) {
				new IndexBuild(index, this.indexing).run(this.articles);
				index.refresh();
			}
			assertThat(index.segments()).isGreaterThan(2);
			index.commit(Map.of());
			assertThat(index.isChanged()).isFalse();

			assertThat(index.merge()).isTrue();

			assertThat(index.segments()).isLessThanOrEqualTo(2);
			assertThat(index.isChanged()).isTrue();
			assertThat(index.merge()).isFalse();
		}
	}

	private OpenIndex open() throws IOException {
		return new OpenIndex(new MappedFiles(new ByteBuffersDirectory()), this.indexing.codec(), true);
	}

}
