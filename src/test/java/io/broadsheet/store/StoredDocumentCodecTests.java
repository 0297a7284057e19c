package io.broadsheet.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredDocumentCodecTests {

	@Test
	void documentsAreReadAsTheDriverReadsThem() {
		Document document = new Document("text", "Ä😀").append("none", null)
			.append("number", 1)
			.append("long", 1L << 40)
			.append("double", 2.5)
			.append("decimal", Decimal128.parse("1.10"))
			.append("truth", true)
			.append("at", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
			.append("bytes", new Binary(new byte[] { 1, 2 }))
			.append("id", new ObjectId())
			.append("list", Arrays.asList("a", null, List.of(1, new Document("b", List.of())), new Document()))
			.append("nested", new Document("deeper", new Document("list", List.of(true))));
		byte[] stored = stored(document);
		assertThat(new StoredDocumentCodec().decode(reader(stored), DecoderContext.builder().build()))
			.isEqualTo(new DocumentCodec().decode(reader(stored), DecoderContext.builder().build()));
	}

	private static BsonBinaryReader reader(byte[] stored) {
		return new BsonBinaryReader(ByteBuffer.wrap(stored));
	}

	private static byte[] stored(Document document) {
		BasicOutputBuffer bytes = new BasicOutputBuffer();
		try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
			new DocumentCodec().encode(writer, document, EncoderContext.builder().build());
		}
		return bytes.toByteArray();
	}

}
