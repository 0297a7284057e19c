package io.broadsheet.media;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import io.broadsheet.TestStore;
import io.broadsheet.graph.Site;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PicturesTests {

	private static final Instant NOW = Instant.parse("2026-05-14T08:30:00Z");

	private static final Site SITE = new Site(URI.create("https://paper.example/"), "The Paper", ZoneOffset.UTC);

	@AutoClose
	private static final TestStore STORE = new TestStore();

	private final MongoCollection<Document> documents = STORE.database().getCollection("media");

	private final Pictures pictures = pictures();

	@BeforeEach
	void empty() {
		this.documents.deleteMany(new Document());
	}

	@Test
	void aPictureIsOneDocumentThatSaysWhatItIs() throws RefusedPicture {
		StoredPicture stored = this.pictures.take(SamplePictures.PNG);

		assertThat(stored.path()).matches("/media/[0-9a-f]{32}\\.png");
		assertThat(stored.width()).isEqualTo(6);
		assertThat(stored.height()).isEqualTo(4);
		assertThat(this.documents.find()).singleElement()
			.isEqualTo(new Document(Map.of("_id", stored.path().substring("/media/".length()), "schemaVersion", 1,
					"contentType", "image/png", "bytes", new Binary(SamplePictures.PNG), "width", 6, "height", 4, "at",
					Date.from(NOW))));
	}

	@Test
	void everyTypeIsNamedByWhatItIs() throws RefusedPicture {
		for (Map.Entry<PictureType, byte[]> sample : SamplePictures.all().entrySet()) {
			assertThat(this.pictures.take(sample.getValue()).path()).endsWith("." + sample.getKey().extension());
		}
	}

	@Test
	void theSamePictureTwiceIsOneDocument() throws Exception {
		StoredPicture first = this.pictures.take(SamplePictures.GIF);
		StoredPicture second = pictures().take(new ByteArrayInputStream(SamplePictures.GIF));

		assertThat(second).isEqualTo(first);
		assertThat(this.documents.countDocuments()).isOne();
	}

	@Test
	void theSamePictureFromManySidesAtOnceIsOneDocument() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Callable<StoredPicture>> takes = IntStream.range(0, 32)
				.<Callable<StoredPicture>>mapToObj((i) -> () -> this.pictures.take(SamplePictures.JPEG))
				.toList();
			for (Future<StoredPicture> take : threads.invokeAll(takes)) {
				assertThat(take.get().path()).endsWith(".jpg");
			}
		}
		assertThat(this.documents.countDocuments()).isOne();
	}

	@Test
	void aPictureIsFoundByItsPathAndByItsFullAddress() throws RefusedPicture {
		String path = this.pictures.take(SamplePictures.AVIF).path();

		assertThat(this.pictures.find(path)).isEqualTo(SamplePictures.AVIF);
		assertThat(this.pictures.find("https://paper.example" + path)).isEqualTo(SamplePictures.AVIF);
		assertThat(pictures().find(path)).isEqualTo(SamplePictures.AVIF);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/media/", "/media/x.png", "/media/00000000000000000000000000000000.png",
			"https://elsewhere.example/media/00000000000000000000000000000000.png", "bridge.png" })
	void whatIsNotKeptIsNotFound(String address) {
		assertThat(this.pictures.find(address)).isNull();
	}

	@Test
	void aDamagedDocumentIsNotFound() {
		String name = "00000000000000000000000000000000.png";
		this.documents.insertOne(new Document("_id", name).append("bytes", "text"));
		assertThat(this.pictures.find("/media/" + name)).isNull();
	}

	@Test
	void aPictureThatIsTooLargeIsRefused() {
		assertTooLarge(() -> this.pictures.take(new byte[2001]));
	}

	@Test
	void ofAnEndlessPictureNoMoreIsReadThanIsTaken() {
		Endless endless = new Endless();
		assertTooLarge(() -> this.pictures.take(endless));
		assertThat(endless.read).isEqualTo(2001);
	}

	@Test
	void aRefusedPictureIsNotKept() {
		assertThatExceptionOfType(RefusedPicture.class)
			.isThrownBy(() -> this.pictures.take(SamplePictures.svg("<script/>")));
		assertThat(this.documents.countDocuments()).isZero();
	}

	private static void assertTooLarge(ThrowingCallable take) {
		assertThatExceptionOfType(RefusedPicture.class).isThrownBy(take)
			.withMessageContaining("2,000 bytes")
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(RefusedPicture.Reason.TOO_LARGE));
	}

	private static Pictures pictures() {
		return new Pictures(STORE.database(), new MediaSettings(DataSize.ofBytes(2000)), SITE,
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/** A stream without an end that counts what was read of it. */
	private static final class Endless extends InputStream {

		private int read;

		@Override
		public int read() {
			this.read++;
			return 1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			this.read += length;
			return length;
		}

	}

}
