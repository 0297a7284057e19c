package io.broadsheet.intake;

import java.util.List;

/**
 * What an import did.
 *
 * @param newArticles articles that were not in the store
 * @param changedArticles articles that were in the store otherwise
 * @param unchangedArticles articles that were in the store just so
 * @param references sections, authors and topics that are new or changed
 * @param drafts how many articles say that they are drafts, and are not in
 * @param draftSources where the first of them are
 * @param future how many articles are dated later than now, and are not in
 * @param futureSources where the first of them are
 * @param refusals how many things were refused
 * @param otherFiles how many files are no content, and were left alone
 */
public record ImportReport(int newArticles, int changedArticles, int unchangedArticles, int references, int drafts,
		List<Source> draftSources, int future, List<Source> futureSources, int refusals, int otherFiles) {

	public ImportReport {
		draftSources = List.copyOf(draftSources);
		futureSources = List.copyOf(futureSources);
	}

	/** How many articles are in, whether they were before or not. */
	public int articles() {
		return this.newArticles + this.changedArticles + this.unchangedArticles;
	}

}
