package io.broadsheet.gateway;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSON. They consist of maps, lists and a few types of values, which
 * are told apart here instead of looking for each one's serializer; any other is left to
 * the mapper.
 */
final class AnswerJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int USUAL_BYTES = 16_384;

	private AnswerJson() {
	}

	/**
	 * Writes an answer.
	 * @param answer its fields
	 * @return UTF-8
	 */
	static byte[] write(Map<String, ?> answer) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
		try (JsonGenerator json = JSON.createGenerator(bytes)) {
			writeObject(answer, json);
		}
		return bytes.toByteArray();
	}

	private static void writeObject(Map<?, ?> fields, JsonGenerator json) {
		json.writeStartObject();
		fields.forEach((name, value) -> {
			json.writeName(String.valueOf(name));
			write(value, json);
		});
		json.writeEndObject();
	}

	private static void write(@Nullable Object value, JsonGenerator json) {
		switch (value) {
			case null -> json.writeNull();
			case String text -> json.writeString(text);
			case Map<?, ?> fields -> writeObject(fields, json);
			case Collection<?> items -> {
				json.writeStartArray();
				items.forEach((item) -> write(item, json));
				json.writeEndArray();
			}
			case Integer number -> json.writeNumber(number);
			case Boolean truth -> json.writeBoolean(truth);
			default -> json.writePOJO(value);
		}
	}

}
