package io.broadsheet.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text as files hold it: UTF-8 without exception, no NUL, any kind of line end, a byte
 * order mark or none.
 */
final class Utf8 {

	private static final int BOM_LENGTH = 3;

	private Utf8() {
	}

	/**
	 * The text of some bytes.
	 * @param bytes the bytes
	 * @param firstLine the line that they begin on
	 * @return the text; lines end with a line feed alone
	 * @throws Refused if they are no text
	 */
	static String text(byte[] bytes, int firstLine) throws Refused {
		int start = startsWithMark(bytes) ? BOM_LENGTH : 0;
		ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
		CharBuffer out = CharBuffer.allocate(bytes.length - start);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		CoderResult result = decoder.decode(in, out, true);
		if (result.isError()) {
			throw new Refused(firstLine + lineFeeds(bytes, in.position()),
					"These bytes are not UTF-8: save the file as UTF-8.");
		}
		String text = out.flip().toString();
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			throw new Refused(firstLine + Math.toIntExact(text.substring(0, nul).lines().count()) - ((nul > 0) ? 1 : 0),
					"The text has a NUL character, which no text needs.");
		}
		return text.replace("\r\n", "\n").replace('\r', '\n');
	}

	/** Whether bytes begin with a byte order mark. */
	static boolean startsWithMark(byte[] bytes) {
		return bytes.length >= BOM_LENGTH && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
				&& bytes[2] == (byte) 0xBF;
	}

	private static int lineFeeds(byte[] bytes, int end) {
		int count = 0;
		for (int i = 0; i < end; i++) {
			count += (bytes[i] == '\n') ? 1 : 0;
		}
		return count;
	}

}
