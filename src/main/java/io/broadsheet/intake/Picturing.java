package io.broadsheet.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.media.ImageParts;
import org.jspecify.annotations.Nullable;

/**
 * What front matter says of an article's picture, in one text, in a map or in names of
 * their own.
 */
final class Picturing {

	private static final String[] IMAGE = { "image", "cover", "heroImage", "hero", "featuredImage", "featureImage",
			"coverImage", "thumbnail", "banner", "images" };

	private static final String[] AVATAR = { "avatar", "image", "photo", "picture" };

	private Picturing() {
	}

	/** Takes an article's picture, or null if there is none. */
	static @Nullable PictureEntry take(Fields fields) throws Refused {
		return take(fields, IMAGE);
	}

	/** Takes an author's picture, or null if there is none. */
	static @Nullable PictureEntry avatar(Fields fields) throws Refused {
		return take(fields, AVATAR);
	}

	private static @Nullable PictureEntry take(Fields fields, String... names) throws Refused {
		int line = fields.line(names);
		String name = fields.spelled(names);
		Object value = fields.take(names);
		if (value instanceof List<?> list) {
			if (list.size() > 1 && name != null) {
				fields.putBack(name, list);
			}
			value = list.isEmpty() ? null : list.getFirst();
		}
		if (value == null || name == null || value.toString().isBlank()) {
			return null;
		}
		if (value instanceof Map<?, ?> map) {
			return ofMap(fields, map, name, line);
		}
		if (!(value instanceof String url)) {
			throw new Refused(line, "\"%s\" must be a picture's address.".formatted(name));
		}
		return new PictureEntry(new ImageParts(url, fields.text(beside(name, "alt")), null,
				fields.text(beside(name, "caption")), fields.text(beside(name, "credit")),
				fields.text(beside(name, "license")), null, null, null, null), line);
	}

	private static @Nullable PictureEntry ofMap(Fields fields, Map<?, ?> map, String name, int line) throws Refused {
		Fields inner = fields.within(map, line);
		String url = inner.text("url", "src", "image", "path", "file");
		if (url == null) {
			fields.putBack(name, map);
			return null;
		}
		Object point = inner.peek("focalPoint");
		Fields focal = inner;
		if (point instanceof Map<?, ?> xy) {
			inner.take("focalPoint");
			focal = inner.within(xy, line);
		}
		ImageParts parts = new ImageParts(url, inner.text("alt"), inner.truth("decorative"),
				inner.text("caption", "title"), inner.text("credit", "attribution", "photographer"),
				inner.text("license", "licence"), inner.number("width"), inner.number("height"),
				focal.share("x", "focalX"), focal.share("y", "focalY"));
		Map<String, Object> others = new LinkedHashMap<>(inner.remaining());
		if (!others.isEmpty()) {
			fields.putBack(name, others);
		}
		return new PictureEntry(parts, line);
	}

	/** Such as {@code imageAlt} beside {@code image}. */
	private static String[] beside(String name, String what) {
		return new String[] { name + what, "image" + what };
	}

}
