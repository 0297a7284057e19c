package io.broadsheet.gateway;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.graph.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, by W3C's Trace Context: its caller's, or a new
 * one.
 *
 * @param id the trace's id
 */
record TraceParent(TraceId id) {

	private static final Pattern HEADER = Pattern
		.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

	private static final int ID_BYTES = 16;

	/** The trace with an id; null if that is none. */
	static @Nullable TraceParent known(String id) {
		return ID.matcher(id).matches() ? new TraceParent(new TraceId(id)) : null;
	}

	/** The id in a header's value; null if it has none. */
	static @Nullable String idIn(@Nullable String header) {
		Matcher matcher = HEADER.matcher((header != null) ? header : "");
		return matcher.matches() ? matcher.group(1) : null;
	}

	/**
	 * The trace of a request.
	 * @param header the value of {@code traceparent}
	 * @param random makes a new one where the header is missing or malformed
	 */
	static TraceParent of(@Nullable String header, RandomGenerator random) {
		String id = idIn(header);
		return new TraceParent(new TraceId((id != null) ? id : newId(random)));
	}

	private static String newId(RandomGenerator random) {
		byte[] id = new byte[ID_BYTES];
		random.nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

}
