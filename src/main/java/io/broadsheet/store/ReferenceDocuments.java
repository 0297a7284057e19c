package io.broadsheet.store;

import io.broadsheet.graph.NodeId;
import org.bson.Document;

/**
 * How one kind of reference content is stored.
 *
 * @param <T> the kind of content
 */
public interface ReferenceDocuments<T> {

	/** The collection's name. */
	String collection();

	/** The letter that begins the ids of this kind. */
	char kind();

	/**
	 * The id of one.
	 * @param value the one
	 * @return its id
	 */
	NodeId id(T value);

	/**
	 * How one is stored.
	 * @param value the one
	 * @return its document, with {@code _id}, {@code schemaVersion} and
	 * {@link Addresses#FIELD}
	 */
	Document write(T value);

	/**
	 * Reads one.
	 * @param document its document
	 * @return the one
	 * @throws IllegalStateException if the document is damaged
	 */
	T read(Document document);

}
