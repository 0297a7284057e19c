package io.broadsheet.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Front matter in YAML. It is put together from the parser's events, since what hostile
 * YAML can do (aliases that unfold to gigabytes, nesting that ends the stack, types of
 * the program) is then not refused but impossible.
 */
final class YamlFrontMatter {

	private final Iterator<Event> events;

	private final int firstLine;

	private final Map<String, Integer> lines = new HashMap<>();

	private YamlFrontMatter(Iterator<Event> events, int firstLine) {
		this.events = events;
		this.firstLine = firstLine;
	}

	/**
	 * Reads front matter.
	 * @param yaml its text
	 * @param firstLine the line in the file that it begins on
	 * @throws Refused if it is not YAML that says names and values
	 */
	static FrontMatter read(String yaml, int firstLine) throws Refused {
		LoadSettings settings = LoadSettings.builder().setCodePointLimit(FrontMatter.MAX_LENGTH).build();
		try {
			Iterator<Event> events = new Parse(settings).parseString(yaml).iterator();
			return new YamlFrontMatter(events, firstLine).document();
		}
		catch (MarkedYamlEngineException ex) {
			int line = ex.getProblemMark().map(Mark::getLine).orElse(0);
			throw new Refused(firstLine + line, "The front matter is not YAML: " + ex.getProblem() + ".");
		}
		catch (YamlEngineException ex) {
			throw new Refused(firstLine, "The front matter is not YAML: " + firstLineOf(ex) + ".");
		}
	}

	private static String firstLineOf(YamlEngineException ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
	}

	private FrontMatter document() throws Refused {
		Event event = skipTo(Event.ID.DocumentStart);
		if (event.getEventId() == Event.ID.StreamEnd) {
			return new FrontMatter(Map.of(), Map.of(), this.firstLine);
		}
		Event root = this.events.next();
		if (root instanceof ScalarEvent scalar && scalar.getValue().isEmpty()) {
			return new FrontMatter(Map.of(), Map.of(), this.firstLine);
		}
		if (!(root instanceof MappingStartEvent)) {
			throw new Refused(line(root), "The front matter must be lines such as \"title: …\".");
		}
		Map<String, Object> values = map(1);
		if (this.events.next().getEventId() != Event.ID.DocumentEnd
				|| this.events.next().getEventId() != Event.ID.StreamEnd) {
			throw new Refused(this.firstLine, "The front matter must be one YAML document.");
		}
		return new FrontMatter(values, this.lines, this.firstLine);
	}

	private Event skipTo(Event.ID wanted) {
		Event event = this.events.next();
		while (event.getEventId() != wanted && event.getEventId() != Event.ID.StreamEnd) {
			event = this.events.next();
		}
		return event;
	}

	private Map<String, Object> map(int depth) throws Refused {
		Map<String, Object> map = new LinkedHashMap<>();
		Set<String> names = new HashSet<>();
		for (Event event = this.events.next(); event.getEventId() != Event.ID.MappingEnd; event = this.events.next()) {
			if (!(event instanceof ScalarEvent name)) {
				throw new Refused(line(event), "A name in the front matter must be a word.");
			}
			if (!names.add(name.getValue())) {
				throw new Refused(line(event), "\"" + name.getValue() + "\" is there twice.");
			}
			if (depth == 1) {
				this.lines.put(name.getValue(), line(event));
			}
			Object value = value(this.events.next(), depth + 1);
			if (value != null) {
				map.put(name.getValue(), value);
			}
		}
		return map;
	}

	private List<Object> list(int depth) throws Refused {
		List<Object> list = new ArrayList<>();
		for (Event event = this.events.next(); event.getEventId() != Event.ID.SequenceEnd; event = this.events.next()) {
			Object value = value(event, depth + 1);
			if (value != null) {
				list.add(value);
			}
		}
		return list;
	}

	private @Nullable Object value(Event event, int depth) throws Refused {
		if (depth > FrontMatter.MAX_DEPTH) {
			throw new Refused(line(event),
					"The front matter is nested more than " + FrontMatter.MAX_DEPTH + " levels deep.");
		}
		return switch (event) {
			case ScalarEvent scalar -> scalar(scalar);
			case MappingStartEvent start -> map(depth);
			case SequenceStartEvent start -> list(depth);
			default -> throw new Refused(line(event),
					"An alias (*name) stands for text from elsewhere; write the text itself.");
		};
	}

	private static @Nullable Object scalar(ScalarEvent scalar) {
		boolean word = scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getTag().isEmpty();
		return word ? PlainValues.ofWord(scalar.getValue()) : scalar.getValue();
	}

	private int line(Event event) {
		Optional<Mark> mark = event.getStartMark();
		return this.firstLine + mark.map(Mark::getLine).orElse(0);
	}

}
