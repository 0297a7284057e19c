package io.broadsheet.media;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;

import io.broadsheet.graph.Site;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageDocumentsTests {

	private static final Image FULL = new Image("https://elsewhere.example/bridge.jpg", "The bridge", false, "At dawn",
			"Ada", "CC BY 4.0", 6, 4, new Image.FocalPoint(0.25, 1));

	private static final Image BARE = new Image("https://elsewhere.example/line.svg", "", true, null, null, null, null,
			null, null);

	private final ImageDocuments images = at("https://paper.example");

	@Test
	void whatIsWrittenIsReadTheSameFromEveryForm() {
		for (Image image : List.of(FULL, BARE)) {
			Document document = this.images.write(image);
			RawBsonDocument raw = new RawBsonDocument(document, new DocumentCodec());

			assertThat(this.images.read(document)).isEqualTo(image);
			assertThat(this.images.read(raw)).isEqualTo(image);
			assertThat(this.images.read(raw.asBsonReader())).isEqualTo(image);
		}
	}

	@Test
	void whatIsNotKnownIsNotStored() {
		assertThat(this.images.write(BARE)).containsOnlyKeys("url", "alt");
	}

	@Test
	void aReaderIsLeftBehindTheImage() {
		Document article = new Document("image", this.images.write(FULL)).append("headline", "The bridge reopens");
		BsonReader reader = new RawBsonDocument(article, new DocumentCodec()).asBsonReader();
		reader.readStartDocument();
		reader.readName();

		assertThat(this.images.read(reader)).isEqualTo(FULL);
		assertThat(reader.readString("headline")).isEqualTo("The bridge reopens");
	}

	@Test
	void theGatewaysOwnPicturesFollowTheSite() {
		Image own = new Image("https://paper.example/media/a.svg", "", true, null, null, null, null, null, null);
		Document document = this.images.write(own);

		assertThat(document).containsEntry("url", "/media/a.svg");
		assertThat(this.images.read(document)).isEqualTo(own);
		assertThat(at("https://new.example/paper/").read(document).url())
			.isEqualTo("https://new.example/paper/media/a.svg");
	}

	@Test
	void missingNullAndUnknownFieldsAreTolerated() {
		Document document = new Document("url", "https://elsewhere.example/a.png").append("caption", null)
			.append("focalPoint", new Document("x", 1))
			.append("later", List.of(1, 2));
		assertThat(this.images.read(document))
			.isEqualTo(new Image("https://elsewhere.example/a.png", "", true, null, null, null, null, null, null));
	}

	@Test
	void wholeNumbersOfEveryWidthAreRead() {
		Document document = new Document("url", "https://elsewhere.example/a.png").append("width", 6L)
			.append("focalPoint", new Document("x", 0).append("y", 1L));
		Image image = this.images.read(document);

		assertThat(image.width()).isEqualTo(6);
		assertThat(image.focalPoint()).isEqualTo(new Image.FocalPoint(0, 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"url": 1}                                     | url is INT32 where text belongs
			{"url": "https://a.b/", "alt": ["a"]}          | alt is ARRAY where text belongs
			{"url": "https://a.b/", "caption": {}}         | caption is DOCUMENT where text belongs
			{"url": "https://a.b/", "credit": true}        | credit is BOOLEAN where text belongs
			{"url": "https://a.b/", "license": 1.5}        | license is DOUBLE where text belongs
			{"url": "https://a.b/", "width": "6"}          | width is STRING where a whole number belongs
			{"url": "https://a.b/", "height": 4.5}         | height is DOUBLE where a whole number belongs
			{"url": "https://a.b/", "width": 6000000000}   | width is 6000000000, more than any picture has
			{"url": "https://a.b/", "focalPoint": 1}       | focalPoint is INT32 where a document belongs
			{"url": "https://a.b/", "focalPoint": {"x":""}}| focalPoint.x is STRING where a number belongs
			{"alt": "The bridge"}                          | no url
			""")
	void aDamagedFieldIsNamed(String json, String message) {
		assertThatExceptionOfType(BsonInvalidOperationException.class)
			.isThrownBy(() -> this.images.read(Document.parse(json)))
			.withMessageContaining(message);
	}

	private static ImageDocuments at(String siteUrl) {
		return new ImageDocuments(new Site(URI.create(siteUrl), "The Paper", ZoneOffset.UTC));
	}

}
