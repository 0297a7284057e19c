package io.broadsheet.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * @param restored what became of drafts and the like, by what they are called
 * @param refusals how many things were refused
 * @param otherFiles how many files are no content, and were left alone
 */
public record ImportReport(int newArticles, int changedArticles, int unchangedArticles, int references, int drafts,
		List<Source> draftSources, int future, List<Source> futureSources, Map<String, Restored> restored, int refusals,
		int otherFiles) {

	public ImportReport {
		draftSources = List.copyOf(draftSources);
		futureSources = List.copyOf(futureSources);
		restored = Collections.unmodifiableMap(new LinkedHashMap<>(restored));
	}

	/**
	 * What became of one kind of thing that an export has beside content.
	 *
	 * @param restored how many were put back
	 * @param there how many were there already, or are of no use
	 */
	public record Restored(int restored, int there) {

		Restored plus(Restored other) {
			return new Restored(this.restored + other.restored, this.there + other.there);
		}

	}

	/** How many articles are in, whether they were before or not. */
	public int articles() {
		return this.newArticles + this.changedArticles + this.unchangedArticles;
	}

}
