package io.broadsheet.media;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of picture that browsers show. Only what a file contains says of which kind it
 * is, never its name.
 */
enum PictureType {

	PNG("png", "image/png"),

	JPEG("jpg", "image/jpeg"),

	GIF("gif", "image/gif"),

	WEBP("webp", "image/webp"),

	AVIF("avif", "image/avif"),

	SVG("svg", "image/svg+xml");

	private final String extension;

	private final String contentType;

	PictureType(String extension, String contentType) {
		this.extension = extension;
		this.contentType = contentType;
	}

	/** The type of a file by how it begins. */
	static Optional<PictureType> of(Bytes content) {
		return Stream.of(values()).filter((type) -> type.begins(content)).findFirst();
	}

	/** The type whose files' names end so. */
	static Optional<PictureType> ofExtension(String extension) {
		return Stream.of(values()).filter((type) -> type.extension.equals(extension)).findFirst();
	}

	/** How names end, without the dot. */
	String extension() {
		return this.extension;
	}

	/** The media type. */
	String contentType() {
		return this.contentType;
	}

	/**
	 * Reads the size from the file's structure, without decoding a pixel.
	 * @throws RefusedPicture if the file is not whole, or not safe
	 */
	PixelSize size(Bytes content) throws RefusedPicture {
		try {
			return switch (this) {
				case PNG -> PngFile.size(content);
				case JPEG -> JpegFile.size(content);
				case GIF -> GifFile.size(content);
				case WEBP -> WebpFile.size(content);
				case AVIF -> AvifFile.size(content);
				case SVG -> SvgFile.size(content);
			};
		}
		catch (IndexOutOfBoundsException ex) {
			throw damaged("is cut off");
		}
	}

	/**
	 * A refusal of a file of this type.
	 * @param what the sentence's end, such as "is cut off"
	 */
	RefusedPicture damaged(String what) {
		return new RefusedPicture(RefusedPicture.Reason.DAMAGED, "This %s file %s.".formatted(name(), what));
	}

	private boolean begins(Bytes content) {
		return switch (this) {
			case PNG -> PngFile.begins(content);
			case JPEG -> JpegFile.begins(content);
			case GIF -> GifFile.begins(content);
			case WEBP -> WebpFile.begins(content);
			case AVIF -> AvifFile.begins(content);
			case SVG -> SvgFile.begins(content);
		};
	}

}
