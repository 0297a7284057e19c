package io.broadsheet.media;

import java.util.Objects;

import com.mongodb.MongoClientSettings;
import io.broadsheet.graph.Site;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@link Image} as it is stored inside the document of whatever it illustrates. The
 * address of a picture that the gateway serves itself is stored as a path, so that it
 * stays right when the site moves.
 */
@Component
public class ImageDocuments {

	private final Site site;

	/**
	 * @param site the site that the gateway's own pictures are on
	 */
	public ImageDocuments(Site site) {
		this.site = site;
	}

	/**
	 * An image as a document, without what is not known.
	 * @param image the image
	 * @return the document to store
	 */
	public Document write(Image image) {
		return write(ImageParts.of(image));
	}

	/**
	 * What is known of an image as a document.
	 * @param parts parts without {@link ImageParts#faults()}, but for a missing
	 * alternative text
	 * @return the document to store
	 */
	public Document write(ImageParts parts) {
		Document document = new Document("url", relative(Objects.requireNonNull(parts.url())));
		append(document, "alt", Boolean.TRUE.equals(parts.decorative()) ? "" : parts.alt());
		append(document, "caption", parts.caption());
		append(document, "credit", parts.credit());
		append(document, "license", parts.license());
		append(document, "width", parts.width());
		append(document, "height", parts.height());
		if (parts.focalX() != null && parts.focalY() != null) {
			append(document, "focalPoint", new Document("x", parts.focalX()).append("y", parts.focalY()));
		}
		return document;
	}

	/**
	 * Reads what is known of an image from its document.
	 * @param document a {@link Document}, a {@code BsonDocument} or a
	 * {@code RawBsonDocument}
	 * @return the parts; without an alternative text it is not known whether it is
	 * decorative, with an empty one it is
	 * @throws BsonInvalidOperationException if there is no address or a field has a wrong
	 * type; the message names the field
	 */
	public ImageParts readParts(Bson document) {
		return stored(reader(document)).parts(this.site);
	}

	/**
	 * Reads an image from its document.
	 * @param document a {@link Document}, a {@code BsonDocument} or a
	 * {@code RawBsonDocument}
	 * @return the image; without an alternative text it is decorative
	 * @throws BsonInvalidOperationException if there is no address or a field has a wrong
	 * type; the message names the field
	 */
	public Image read(Bson document) {
		return read(reader(document));
	}

	/**
	 * Reads an image from a document that a reader is at the start of.
	 * @param reader the reader; afterwards it is at that document's end
	 * @return the image; without an alternative text it is decorative
	 * @throws BsonInvalidOperationException if there is no address or a field has a wrong
	 * type; the message names the field
	 */
	public Image read(BsonReader reader) {
		return stored(reader).image(this.site);
	}

	private static BsonReader reader(Bson document) {
		return document.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry()).asBsonReader();
	}

	private static Stored stored(BsonReader reader) {
		Stored stored = new Stored();
		reader.readStartDocument();
		while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
			stored.readField(reader);
		}
		reader.readEndDocument();
		return stored;
	}

	private String relative(String url) {
		return url.startsWith(this.site.address(Pictures.FOLDER)) ? url.substring(this.site.address("").length()) : url;
	}

	private static void append(Document document, String name, @Nullable Object value) {
		if (value != null) {
			document.append(name, value);
		}
	}

	/** What was read so far of one image. */
	private static final class Stored {

		private @Nullable String url;

		private @Nullable String alt;

		private @Nullable String caption;

		private @Nullable String credit;

		private @Nullable String license;

		private @Nullable Integer width;

		private @Nullable Integer height;

		private Image.@Nullable FocalPoint focalPoint;

		void readField(BsonReader reader) {
			String name = reader.readName();
			if (reader.getCurrentBsonType() == BsonType.NULL) {
				reader.readNull();
				return;
			}
			switch (name) {
				case "url" -> this.url = text(reader, name);
				case "alt" -> this.alt = text(reader, name);
				case "caption" -> this.caption = text(reader, name);
				case "credit" -> this.credit = text(reader, name);
				case "license" -> this.license = text(reader, name);
				case "width" -> this.width = pixels(reader, name);
				case "height" -> this.height = pixels(reader, name);
				case "focalPoint" -> this.focalPoint = point(reader, name);
				default -> reader.skipValue();
			}
		}

		Image image(Site site) {
			String alternative = (this.alt != null) ? this.alt : "";
			return new Image(address(site), alternative, alternative.isEmpty(), this.caption, this.credit, this.license,
					this.width, this.height, this.focalPoint);
		}

		ImageParts parts(Site site) {
			boolean decorative = this.alt != null && this.alt.isEmpty();
			return new ImageParts(address(site), this.alt, decorative ? Boolean.TRUE : null, this.caption, this.credit,
					this.license, this.width, this.height, (this.focalPoint != null) ? this.focalPoint.x() : null,
					(this.focalPoint != null) ? this.focalPoint.y() : null);
		}

		private String address(Site site) {
			if (this.url == null) {
				throw new BsonInvalidOperationException("The image has no url");
			}
			return this.url.startsWith("/") ? site.address(this.url) : this.url;
		}

		private static String text(BsonReader reader, String name) {
			if (reader.getCurrentBsonType() != BsonType.STRING) {
				throw wrongType(reader, name, "text");
			}
			return reader.readString();
		}

		private static int pixels(BsonReader reader, String name) {
			return switch (reader.getCurrentBsonType()) {
				case INT32 -> reader.readInt32();
				case INT64 -> pixels(reader.readInt64(), name);
				default -> throw wrongType(reader, name, "a whole number");
			};
		}

		private static int pixels(long number, String name) {
			if (number != (int) number) {
				throw new BsonInvalidOperationException(
						"The image's %s is %d, more than any picture has".formatted(name, number));
			}
			return (int) number;
		}

		private static Image.@Nullable FocalPoint point(BsonReader reader, String name) {
			if (reader.getCurrentBsonType() != BsonType.DOCUMENT) {
				throw wrongType(reader, name, "a document");
			}
			Double x = null;
			Double y = null;
			reader.readStartDocument();
			while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
				switch (reader.readName()) {
					case "x" -> x = share(reader, name + ".x");
					case "y" -> y = share(reader, name + ".y");
					default -> reader.skipValue();
				}
			}
			reader.readEndDocument();
			return (x != null && y != null) ? new Image.FocalPoint(x, y) : null;
		}

		private static double share(BsonReader reader, String name) {
			return switch (reader.getCurrentBsonType()) {
				case DOUBLE -> reader.readDouble();
				case INT32 -> reader.readInt32();
				case INT64 -> reader.readInt64();
				default -> throw wrongType(reader, name, "a number");
			};
		}

		private static BsonInvalidOperationException wrongType(BsonReader reader, String name, String expected) {
			return new BsonInvalidOperationException(
					"The image's %s is %s where %s belongs".formatted(name, reader.getCurrentBsonType(), expected));
		}

	}

}
