package io.broadsheet.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an export wrote.
 *
 * @param articles how many articles
 * @param sections how many sections
 * @param authors how many authors
 * @param topics how many topics
 * @param archived how many drafts and the like, by what they are called
 * @param pictures how many pictures
 * @param missingPictures how many pictures the content mentions that are not kept any
 * more
 */
public record ExportReport(int articles, int sections, int authors, int topics, Map<String, Integer> archived,
		int pictures, int missingPictures) {

	public ExportReport {
		archived = Collections.unmodifiableMap(new LinkedHashMap<>(archived));
	}

}
