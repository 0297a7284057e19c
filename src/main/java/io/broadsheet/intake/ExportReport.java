package io.broadsheet.intake;

/**
 * What an export wrote.
 *
 * @param articles how many articles
 * @param sections how many sections
 * @param authors how many authors
 * @param topics how many topics
 * @param pictures how many pictures
 * @param missingPictures how many pictures the content mentions that are not kept any
 * more
 */
public record ExportReport(int articles, int sections, int authors, int topics, int pictures, int missingPictures) {
}
