package io.broadsheet.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DocumentToBeTests {

	private OpenIndex index;

	@BeforeEach
	void open() throws IOException {
		this.index = new OpenIndex(new MappedFiles(new ByteBuffersDirectory()), Codec.getDefault(), true);
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void documentIsMadeOnceForOneThatTheIndexHas() throws IOException {
		AtomicInteger made = new AtomicInteger();
		this.index.add(new DocumentToBe(() -> document(made.incrementAndGet())));
		assertThat(documents()).isEqualTo(1);
		assertThat(made).hasValue(1);
	}

	@Test
	void whatCannotBeMadeIsLeftOutAndOthersAreNot() throws IOException {
		this.index.add(new DocumentToBe(() -> document(1)));
		assertThatIllegalStateException().isThrownBy(() -> this.index.add(new DocumentToBe(() -> {
			throw new IllegalStateException("no document");
		})));
		this.index.add(new DocumentToBe(() -> document(2)));
		assertThat(documents()).isEqualTo(2);
	}

	private int documents() throws IOException {
		this.index.refresh();
		IndexSearcher searcher = this.index.acquire();
		try {
			return searcher.getIndexReader().numDocs();
		}
		finally {
			this.index.release(searcher);
		}
	}

	private static Document document(int number) {
		Document document = new Document();
		document.add(NumericDocValuesField.indexedField(FieldNames.PUBLISHED_AT, number));
		document.add(new SortedDocValuesField(FieldNames.ID, new BytesRef("A" + number)));
		return document;
	}

}
