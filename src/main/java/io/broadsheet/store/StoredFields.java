package io.broadsheet.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a stored document, read strictly: a field of a wrong type, a required one
 * that is missing or a document of a newer schema fails with a message that names it.
 */
public final class StoredFields {

	private final Document document;

	private StoredFields(Document document) {
		this.document = document;
	}

	/**
	 * The fields of a document of its own.
	 * @param document the document
	 * @param newestVersion the newest schema version that the caller can read
	 * @return its fields
	 * @throws IllegalStateException if the document's schema is newer
	 */
	public static StoredFields of(Document document, int newestVersion) {
		StoredFields fields = new StoredFields(document);
		int version = fields.number("schemaVersion");
		if (version > newestVersion) {
			throw new IllegalStateException("%s has schema version %d; this release reads up to %d"
				.formatted(document.get("_id"), version, newestVersion));
		}
		return fields;
	}

	/**
	 * The fields of a document inside another.
	 * @param document the inner document
	 * @return its fields
	 */
	public static StoredFields within(Document document) {
		return new StoredFields(document);
	}

	/**
	 * A text.
	 * @param name the field's name
	 * @return its value
	 */
	public String text(String name) {
		return required(name, String.class);
	}

	/**
	 * A text of which there are only a few.
	 * @param name the field's name
	 * @param values all that it can be
	 * @return its value
	 */
	public String oneOf(String name, String... values) {
		String value = text(name);
		if (!List.of(values).contains(value)) {
			throw new IllegalStateException("\"%s\" of %s is none of %s but %s".formatted(name,
					this.document.get("_id"), String.join(", ", values), value));
		}
		return value;
	}

	/**
	 * A text that may be missing.
	 * @param name the field's name
	 * @return its value, or null
	 */
	public @Nullable String optionalText(String name) {
		return optional(name, String.class);
	}

	/**
	 * A whole number.
	 * @param name the field's name
	 * @return its value
	 */
	public int number(String name) {
		return required(name, Number.class).intValue();
	}

	/**
	 * A whole number that may be missing.
	 * @param name the field's name
	 * @param otherwise its value where it is missing
	 * @return its value
	 */
	public int number(String name, int otherwise) {
		Number number = optional(name, Number.class);
		return (number != null) ? number.intValue() : otherwise;
	}

	/**
	 * A whole number beyond an int's range.
	 * @param name the field's name
	 * @return its value
	 */
	public long longNumber(String name) {
		return required(name, Number.class).longValue();
	}

	/**
	 * A whole number beyond an int's range that may be missing.
	 * @param name the field's name
	 * @return its value, or null
	 */
	public @Nullable Long optionalLongNumber(String name) {
		Number number = optional(name, Number.class);
		return (number != null) ? number.longValue() : null;
	}

	/**
	 * A moment in time.
	 * @param name the field's name
	 * @return its value, to the millisecond
	 */
	public Instant instant(String name) {
		return required(name, Date.class).toInstant();
	}

	/**
	 * A moment in time that may be missing.
	 * @param name the field's name
	 * @return its value, or null
	 */
	public @Nullable Instant optionalInstant(String name) {
		Date date = optional(name, Date.class);
		return (date != null) ? date.toInstant() : null;
	}

	/**
	 * A document inside this one.
	 * @param name the field's name
	 * @return its value
	 */
	public Document document(String name) {
		return required(name, Document.class);
	}

	/**
	 * A document inside this one that may be missing.
	 * @param name the field's name
	 * @return its value, or null
	 */
	public @Nullable Document optionalDocument(String name) {
		return optional(name, Document.class);
	}

	/**
	 * A list of texts.
	 * @param name the field's name
	 * @return its items; none if it is missing
	 */
	public List<String> texts(String name) {
		return list(name, String.class);
	}

	/**
	 * A list of documents.
	 * @param name the field's name
	 * @return its items; none if it is missing
	 */
	public List<Document> documents(String name) {
		return list(name, Document.class);
	}

	private <T> List<T> list(String name, Class<T> type) {
		List<?> values = optional(name, List.class);
		if (values == null) {
			return List.of();
		}
		List<T> items = new ArrayList<>(values.size());
		values.forEach((value) -> items.add(checked(name, type, value)));
		return items;
	}

	private <T> T required(String name, Class<T> type) {
		T value = optional(name, type);
		if (value == null) {
			throw new IllegalStateException("%s has no \"%s\"".formatted(this.document.get("_id"), name));
		}
		return value;
	}

	private <T> @Nullable T optional(String name, Class<T> type) {
		Object value = this.document.get(name);
		return (value != null) ? checked(name, type, value) : null;
	}

	private <T> T checked(String name, Class<T> type, @Nullable Object value) {
		if (!type.isInstance(value)) {
			throw new IllegalStateException("\"%s\" of %s is no %s but %s".formatted(name, this.document.get("_id"),
					type.getSimpleName(), value));
		}
		return type.cast(value);
	}

}
