package io.broadsheet.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that clients send, to the letter and within limits, and says exactly
 * what is wrong with it.
 */
class StrictJson {

	private static final int MAX_DEPTH = 100;

	private static final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(100).build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads a value.
	 * @param text the JSON
	 * @param what what it is, for the client
	 * @throws RefusedRequest if it is none
	 */
	@Nullable Object read(byte[] text, String what) {
		if (isBlank(text)) {
			throw RefusedRequest.badRequest(what + " is empty. It must be a JSON object with a \"query\".");
		}
		if (!isUtf8(text)) {
			throw RefusedRequest.badRequest(what + " must be JSON in UTF-8, and is in another encoding.");
		}
		try {
			return json.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			throw RefusedRequest.badRequest("%s is not valid JSON%s.".formatted(what, where(ex)));
		}
	}

	private static boolean isBlank(byte[] text) {
		for (byte each : text) {
			if (each != ' ' && each != '\t' && each != '\n' && each != '\r') {
				return false;
			}
		}
		return true;
	}

	/**
	 * The parser would take a character that is encoded at greater length than it may be.
	 * JSON in UTF-16 or UTF-32 can be well-formed UTF-8, but has a zero near its
	 * beginning.
	 */
	private static boolean isUtf8(byte[] text) {
		for (int n = 0; n < Math.min(text.length, 4); n++) {
			if (text[n] == 0) {
				return false;
			}
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static String where(JacksonException ex) {
		String place = (ex.getLocation() != null)
				? " at line %d, column %d".formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()) : "";
		return switch (ex) {
			case StreamConstraintsException limit ->
				"%s: it is nested deeper than %d levels, or has a number that is far too long".formatted(place,
						MAX_DEPTH);
			case UnexpectedEndOfInputException end -> place + ": it ends too soon";
			case DatabindException trailing -> place + ": there is more behind its end";
			case StreamReadException read -> place + ": " + read.getOriginalMessage();
			default -> place;
		};
	}

}
