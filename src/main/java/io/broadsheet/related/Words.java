package io.broadsheet.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * An article's words that say something, where they stand in its text.
 *
 * @param text body, brief and headline, in this order since headlines spell many words in
 * a way of their own
 * @param words the words in order
 */
record Words(String text, List<Word> words) {

	/** What three numbers need at most. */
	private static final int MOST_BYTES = 15;

	/** The words as bytes, about four each. */
	BytesRef write() {
		byte[] bytes = new byte[MOST_BYTES * this.words.size()];
		ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
		try {
			int at = 0;
			for (Word word : this.words) {
				out.writeVInt((word.stem() << 1) | (word.follows() ? 1 : 0));
				out.writeVInt(word.start() - at);
				out.writeVInt(word.end() - word.start());
				at = word.start();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BytesRef(bytes, 0, out.getPosition());
	}

	/**
	 * Reads what was written.
	 * @param text the text
	 * @param bytes the words
	 */
	static Words read(String text, BytesRef bytes) {
		ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
		List<Word> words = new ArrayList<>();
		int start = 0;
		while (!in.eof()) {
			int code = in.readVInt();
			start += in.readVInt();
			words.add(new Word(code >>> 1, (code & 1) != 0, start, start + in.readVInt()));
		}
		return new Words(text, words);
	}

	/**
	 * A word.
	 *
	 * @param stem the place of its stem among the article's
	 * @param follows whether it makes a pair with the word before it
	 * @param start where it begins in the text
	 * @param end where it ends
	 */
	record Word(int stem, boolean follows, int start, int end) {
	}

}
