package io.broadsheet.search;

import java.util.Iterator;
import java.util.function.Supplier;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/**
 * A document that is made when the index's writer first looks at its fields. The writer
 * has set one of its buffers apart for the document then; so what several threads write
 * in order comes into each buffer in order, however long each document takes to be made,
 * and a buffer in order need not be sorted when it is written. Used by one thread.
 */
final class DocumentToBe implements Iterable<IndexableField> {

	private final Supplier<Document> making;

	private @Nullable Document document;

	/**
	 * @param making makes the document; called once
	 */
	DocumentToBe(Supplier<Document> making) {
		this.making = making;
	}

	/** The writer looks twice: at the fields' types, and then at what they hold. */
	@Override
	public Iterator<IndexableField> iterator() {
		Document made = this.document;
		if (made == null) {
			made = this.making.get();
			this.document = made;
		}
		return made.iterator();
	}

}
