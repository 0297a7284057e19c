package io.broadsheet.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexFolderTests {

	private static final Map<String, String> FORM = Map.of("form", "1");

	@TempDir
	private Path dataDir;

	@Test
	void whatWasCommittedIsThereAgain() throws IOException {
		write(FORM);
		assertArticles(FORM, 1);
	}

	@Test
	void anIndexOfAnotherFormIsBegunAnew() throws IOException {
		write(FORM);
		assertArticles(Map.of("form", "2"), 0);
	}

	@Test
	void aDamagedIndexIsBegunAnew() throws IOException {
		write(FORM);
		damage();
		assertArticles(FORM, 0);
	}

	@Test
	void damageThatIsFoundLaterIsTold() throws IOException, InterruptedException {
		write(FORM);
		AtomicBoolean told = new AtomicBoolean();
		try (OpenIndex index = new OpenIndex(new MappedFiles(this.dataDir.resolve("index")), Codec.getDefault(),
				false)) {
			damage();
			IndexCheck.beside(index, () -> told.set(true)).join();
		}
		assertThat(told).isTrue();
	}

	@Test
	void anIndexThatIsAsItWasWrittenIsLeftAlone() throws IOException, InterruptedException {
		write(FORM);
		AtomicBoolean told = new AtomicBoolean();
		try (OpenIndex index = new OpenIndex(new MappedFiles(this.dataDir.resolve("index")), Codec.getDefault(),
				false)) {
			IndexCheck.beside(index, () -> told.set(true)).join();
			assertThat(index.isVerified()).isTrue();
		}
		assertThat(told).isFalse();
	}

	@Test
	void anIndexWithoutItsListOfSegmentsIsBegunAnew() throws IOException {
		write(FORM);
		try (Stream<Path> files = Files.list(this.dataDir.resolve("index"))) {
			Files.write(files.filter((file) -> file.getFileName().toString().startsWith("segments"))
				.findFirst()
				.orElseThrow(), new byte[0]);
		}
		assertArticles(FORM, 0);
	}

	@Test
	void noTwoProcessesShareAFolder() throws IOException {
		try (OpenIndex first = IndexFolder.open(this.dataDir, Codec.getDefault(), FORM);
				OpenIndex second = IndexFolder.open(this.dataDir, Codec.getDefault(), FORM)) {
			assertThat(first).isNotSameAs(second);
			assertThat(this.dataDir.resolve("index-2")).isDirectory();
		}
	}

	private void damage() throws IOException {
		try (Stream<Path> files = Files.list(this.dataDir.resolve("index"))) {
			Path segment = files.filter((file) -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
			int middle = (int) Files.size(segment) / 2;
			byte[] bytes = Files.readAllBytes(segment);
			// In place, as whoever has it open would see it.
			try (SeekableByteChannel file = Files.newByteChannel(segment, StandardOpenOption.WRITE)) {
				file.position(middle).write(ByteBuffer.wrap(new byte[] { (byte) ~bytes[middle] }));
			}
		}
	}

	private void write(Map<String, String> form) throws IOException {
		try (OpenIndex index = IndexFolder.open(this.dataDir, Codec.getDefault(), form)) {
			index.add(document());
			index.commit(form);
		}
	}

	private void assertArticles(Map<String, String> form, int articles) throws IOException {
		try (OpenIndex index = IndexFolder.open(this.dataDir, Codec.getDefault(), form)) {
			assertThat(index.acquire().getIndexReader().numDocs()).isEqualTo(articles);
		}
	}

	private static Document document() {
		String id = NodeId.named('A', "one").value();
		Document document = new Document();
		document.add(new StringField(FieldNames.ID, id, Store.NO));
		document.add(new SortedDocValuesField(FieldNames.ID, new BytesRef(id)));
		document.add(new LongPoint(FieldNames.PUBLISHED_AT, 1));
		document.add(NumericDocValuesField.indexedField(FieldNames.PUBLISHED_AT, 1));
		return document;
	}

}
