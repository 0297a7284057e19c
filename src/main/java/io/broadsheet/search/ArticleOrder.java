package io.broadsheet.search;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * In which order a list's articles come; those that are alike in it come in the order of
 * their ids.
 *
 * @param field what they are ordered by
 * @param direction which come first
 */
record ArticleOrder(Field field, Direction direction) {

	/** The order of a list whose order is not said. */
	static final ArticleOrder NEWEST_FIRST = new ArticleOrder(Field.PUBLISHED_AT, Direction.DESC);

	/**
	 * The order for the index.
	 * @param fromEnd whether it is read from the end
	 */
	Sort sort(boolean fromEnd) {
		return new Sort(new SortField(this.field.fieldName, this.field.type, isDescending(fromEnd)),
				new SortField(FieldNames.ID, SortField.Type.STRING, fromEnd));
	}

	/**
	 * Whether what they are ordered by descends.
	 * @param fromEnd whether it is read from the end
	 */
	boolean isDescending(boolean fromEnd) {
		return (this.direction == Direction.DESC) != fromEnd;
	}

	/** What articles can be ordered by. */
	enum Field {

		PUBLISHED_AT(FieldNames.PUBLISHED_AT, SortField.Type.LONG),
		UPDATED_AT(FieldNames.UPDATED_AT, SortField.Type.LONG),
		HEADLINE(FieldNames.HEADLINE_KEY, SortField.Type.STRING);

		private final String fieldName;

		private final SortField.Type type;

		Field(String fieldName, SortField.Type type) {
			this.fieldName = fieldName;
			this.type = type;
		}

	}

	/** Which way. */
	enum Direction {

		ASC, DESC

	}

}
