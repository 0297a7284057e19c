package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleIndexTests {

	private final ArticleIndex index = new ArticleIndex();

	@Test
	void aChangeMakesTheNextGeneration() {
		long before = this.index.generation();

		this.index.changed();

		assertThat(this.index.generation()).isEqualTo(before + 1);
	}

	@Test
	void anotherIndexIsNotTakenForTheSameAfterSomeChanges() throws IOException {
		long before = this.index.generation();

		try (OpenIndex other = new OpenIndex(new MappedFiles(new ByteBuffersDirectory()), Codec.getDefault(), true)) {
			this.index.open(other);

			assertThat(this.index.generation()).isGreaterThan(before + Integer.MAX_VALUE);
		}
	}

}
