package io.broadsheet.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.imageio.ImageIO;

/** Whole pictures of every type, 6 pixels wide and 4 high. */
final class SamplePictures {

	static final byte[] PNG = written("png");

	static final byte[] JPEG = written("jpg");

	static final byte[] GIF = written("gif");

	static final byte[] LOSSY_WEBP = decoded(
			"UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoGAAQAB0CWJaACdAFAAAD+5AFjCaSdH8zfhR8nUAAAAA==");

	static final byte[] LOSSLESS_WEBP = decoded("UklGRh4AAABXRUJQVlA4TBEAAAAvBcAAAAdQjyLXo/+BiOh/AAA=");

	static final byte[] EXTENDED_WEBP = decoded(
			"UklGRloAAABXRUJQVlA4WAoAAAAQAAAABQAAAwAAQUxQSA0AAAABDzD/ERHiPj8R/Q8HAFZQOCAmAAAAcAEAnQEqBgAEAAdAliWgAnQBQAAA/uQBYwmknR/M34UfJ1AAAAA=");

	static final byte[] AVIF = decoded(
			"AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAIwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAABgAAAAQAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAK21kYXQSAAoIGAhu0QENBoQyFR7Hh4VZ3///4sAAAJA1jjxnR0yXTA==");

	/** Turned by a quarter: 4 pixels wide and 6 high. */
	static final byte[] TURNED_AVIF = decoded(
			"AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEdAAAAIwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAAB0aXBycAAAAFRpcGNvAAAAFGlzcGUAAAAAAAAABgAAAAQAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAAAlpcm90AwAAABhpcG1hAAAAAAAAAAEAAQUBAoMEhQAAACttZGF0EgAKCBgIbtEBDQaEMhUex4eFWd///+LAAACQNY48Z0dMl0w=");

	static final byte[] SVG = svg("<rect width=\"6\" height=\"4\" fill=\"tomato\"/>");

	private SamplePictures() {
	}

	/** One of each type, by type. */
	static Map<PictureType, byte[]> all() {
		Map<PictureType, byte[]> all = new LinkedHashMap<>();
		all.put(PictureType.PNG, PNG);
		all.put(PictureType.JPEG, JPEG);
		all.put(PictureType.GIF, GIF);
		all.put(PictureType.WEBP, LOSSY_WEBP);
		all.put(PictureType.AVIF, AVIF);
		all.put(PictureType.SVG, SVG);
		return all;
	}

	/** An SVG with these elements. */
	static byte[] svg(String elements) {
		return bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
				+ " width=\"6\" height=\"4\">" + elements + "</svg>");
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** The JPEG with an Exif orientation, its numbers in one byte order or the other. */
	static byte[] jpeg(int orientation, boolean littleEndian) {
		byte[] exif = littleEndian
				? new byte[] { 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0,
						0, 0, 0, 0, 0 }
				: new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0,
						0, 0, 0, 0, 0 };
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(JPEG, 0, 2);
		file.writeBytes(new byte[] { (byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 8), 'E', 'x', 'i', 'f', 0, 0 });
		file.writeBytes(exif);
		file.write(JPEG, 2, JPEG.length - 2);
		return file.toByteArray();
	}

	private static byte[] written(String format) {
		try {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			ImageIO.write(new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB), format, file);
			return file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] decoded(String base64) {
		return Base64.getDecoder().decode(base64);
	}

}
