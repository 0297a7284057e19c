package io.broadsheet.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.MongoClientSettings;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents as the driver's codec does, but what most of their values are without
 * looking a codec up for each of them.
 */
final class StoredDocumentCodec extends DocumentCodec {

	private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();

	private static final BsonTypeClassMap CLASSES = new BsonTypeClassMap();

	StoredDocumentCodec() {
		super(CODECS);
	}

	/** No document of the gateway has a UUID. */
	@Override
	public Codec<Document> withUuidRepresentation(UuidRepresentation representation) {
		return this;
	}

	@Override
	public Document decode(BsonReader reader, DecoderContext context) {
		Document document = new Document();
		reader.readStartDocument();
		for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
			document.put(reader.readName(), value(type, reader, context));
		}
		reader.readEndDocument();
		return document;
	}

	private @Nullable Object value(BsonType type, BsonReader reader, DecoderContext context) {
		return switch (type) {
			case STRING -> reader.readString();
			case INT32 -> reader.readInt32();
			case INT64 -> reader.readInt64();
			case BOOLEAN -> reader.readBoolean();
			case DATE_TIME -> Date.from(Instant.ofEpochMilli(reader.readDateTime()));
			case DOCUMENT -> decode(reader, context);
			case ARRAY -> list(reader, context);
			case NULL -> {
				reader.readNull();
				yield null;
			}
			default -> CODECS.get(CLASSES.get(type)).decode(reader, context);
		};
	}

	private List<@Nullable Object> list(BsonReader reader, DecoderContext context) {
		List<@Nullable Object> values = new ArrayList<>();
		reader.readStartArray();
		for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
			values.add(value(type, reader, context));
		}
		reader.readEndArray();
		return values;
	}

}
