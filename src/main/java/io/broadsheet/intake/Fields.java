package io.broadsheet.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of front matter as they are taken one after another. A name is found however
 * it is spelled ({@code heroImage}, {@code hero_image}, {@code hero-image}); what nobody
 * took remains.
 */
final class Fields {

	private final Map<String, Object> remaining;

	private final FrontMatter frontMatter;

	private final Map<String, String> spellings = new HashMap<>();

	Fields(FrontMatter frontMatter) {
		this.frontMatter = frontMatter;
		this.remaining = new LinkedHashMap<>(frontMatter.values());
		this.remaining.keySet().forEach((name) -> this.spellings.putIfAbsent(plain(name), name));
	}

	/** The fields of a map within these, for messages at the same line. */
	Fields within(Map<?, ?> map, int line) {
		Map<String, Object> values = new LinkedHashMap<>();
		map.forEach((name, value) -> {
			if (value != null) {
				values.put(String.valueOf(name), value);
			}
		});
		return new Fields(new FrontMatter(values, Map.of(), line));
	}

	/**
	 * Puts the values of a map within these beside them, where the names are not taken.
	 */
	void spread(String name) {
		String spelled = this.spellings.get(plain(name));
		if (spelled != null && this.remaining.get(spelled) instanceof Map<?, ?> inner) {
			this.remaining.remove(spelled);
			this.spellings.remove(plain(name));
			inner.forEach((key, value) -> add(String.valueOf(key), value));
		}
	}

	private void add(String name, @Nullable Object value) {
		if (value != null && this.spellings.putIfAbsent(plain(name), name) == null) {
			this.remaining.put(name, value);
		}
	}

	/** Whether one of the names is there and was not taken. */
	boolean has(String... names) {
		return found(names) != null;
	}

	/** Takes the value of the first of some names that is there, or null. */
	@Nullable Object take(String... names) {
		String name = found(names);
		return (name != null) ? this.remaining.remove(name) : null;
	}

	/** The value of the first of some names that is there, without taking it, or null. */
	@Nullable Object peek(String... names) {
		String name = found(names);
		return (name != null) ? this.remaining.get(name) : null;
	}

	/** How the file spells the first of some names that is there, or null. */
	@Nullable String spelled(String... names) {
		return found(names);
	}

	/** Puts a value back of which not everything is used. */
	void putBack(String name, Object value) {
		this.remaining.put(name, value);
	}

	/**
	 * Takes a text, without the space around it; null if there is none or it is blank.
	 */
	@Nullable String text(String... names) throws Refused {
		String name = found(names);
		Object value = take(names);
		if (value == null) {
			return null;
		}
		if (value instanceof Map || value instanceof List || name == null) {
			throw new Refused(line(names), "\"%s\" must be a text.".formatted(name));
		}
		String text = value.toString().strip();
		return text.isEmpty() ? null : text;
	}

	/** Takes a text that has a greatest length. */
	@Nullable String text(int longest, String... names) throws Refused {
		String text = text(names);
		int length = (text != null) ? text.codePointCount(0, text.length()) : 0;
		if (length > longest) {
			throw new Refused(line(names),
					"\"%s\" has %,d characters; at most %,d are taken.".formatted(names[0], length, longest));
		}
		return text;
	}

	/** Takes the texts of a list, or those parted by commas in one text. */
	List<String> texts(int most, String... names) throws Refused {
		List<String> texts = new ArrayList<>();
		for (Object item : list(names)) {
			if (item instanceof Map || item instanceof List) {
				throw new Refused(line(names), "\"%s\" must be a list of texts.".formatted(names[0]));
			}
			String text = item.toString().strip();
			if (!text.isEmpty() && !texts.contains(text)) {
				texts.add(text);
			}
		}
		requireAtMost(most, texts.size(), names);
		return texts;
	}

	/**
	 * Takes the items of a list; one value alone is a list of it, a text is parted at
	 * commas.
	 */
	List<Object> list(String... names) {
		Object value = take(names);
		return switch (value) {
			case null -> List.of();
			case List<?> items -> items.stream().map((item) -> (item != null) ? (Object) item : "").toList();
			case String text -> List.of((Object[]) text.split(",", -1));
			default -> List.of(value);
		};
	}

	/** Takes a truth value, as YAML 1.1 and people write it too. */
	@Nullable Boolean truth(String... names) throws Refused {
		String name = found(names);
		Object value = take(names);
		if (value == null || name == null) {
			return null;
		}
		return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
			case "true", "yes", "on", "1" -> true;
			case "false", "no", "off", "0", "" -> false;
			default -> throw new Refused(line(names), "\"%s\" must be true or false.".formatted(name));
		};
	}

	/** Takes a whole number. */
	@Nullable Integer number(String... names) throws Refused {
		String text = text(names);
		try {
			return (text != null) ? Integer.valueOf(text) : null;
		}
		catch (NumberFormatException ex) {
			throw new Refused(line(names), "\"%s\" must be a whole number.".formatted(names[0]));
		}
	}

	/** Takes a number. */
	@Nullable Double share(String... names) throws Refused {
		String text = text(names);
		try {
			return (text != null) ? Double.valueOf(text) : null;
		}
		catch (NumberFormatException ex) {
			throw new Refused(line(names), "\"%s\" must be a number.".formatted(names[0]));
		}
	}

	/** Takes a moment. */
	@Nullable Instant moment(ZoneId zone, String... names) throws Refused {
		String name = found(names);
		int line = line(names);
		String text = text(names);
		if (text == null) {
			return null;
		}
		return Moments.read(text, zone)
			.orElseThrow(() -> new Refused(line,
					"\"%s: %s\" is a date in no known form; 2026-05-14 or 2026-05-14T08:30:00+02:00 would be."
						.formatted(name, abbreviated(text))));
	}

	/** What nobody took. */
	Map<String, Object> remaining() {
		return this.remaining;
	}

	/** The line of the first of some names that is there, or the first line. */
	int line(String... names) {
		for (String name : names) {
			String spelled = this.spellings.get(plain(name));
			if (spelled != null) {
				return this.frontMatter.line(spelled);
			}
		}
		return this.frontMatter.firstLine();
	}

	/** Refuses a list that is too long. */
	void requireAtMost(int most, int size, String... names) throws Refused {
		if (size > most) {
			throw new Refused(line(names),
					"\"%s\" has %,d items; at most %,d are taken.".formatted(names[0], size, most));
		}
	}

	private @Nullable String found(String... names) {
		for (String name : names) {
			String spelled = this.spellings.get(plain(name));
			if (spelled != null && this.remaining.containsKey(spelled)) {
				return spelled;
			}
		}
		return null;
	}

	private static String abbreviated(String text) {
		return (text.length() <= 60) ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
	}

	private static String plain(String name) {
		return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
