package io.broadsheet.intake;

import java.util.ArrayList;
import java.util.List;

/** What became of what was found, while an import runs. */
final class Tally {

	/** How many drafts are named; the others are counted. */
	private static final int NAMED = 20;

	private final ImportListener listener;

	private final List<Source> drafts = new ArrayList<>();

	private final List<Source> future = new ArrayList<>();

	private int newArticles;

	private int changedArticles;

	private int unchangedArticles;

	private int draftCount;

	private int futureCount;

	private int refusals;

	Tally(ImportListener listener) {
		this.listener = listener;
	}

	void taken(boolean isNew) {
		if (isNew) {
			this.newArticles++;
		}
		else {
			this.changedArticles++;
		}
	}

	void unchanged() {
		this.unchangedArticles++;
	}

	void draft(Source source) {
		this.draftCount++;
		name(this.drafts, source);
	}

	void future(Source source) {
		this.futureCount++;
		name(this.future, source);
	}

	void refused(Source source, String reason) {
		this.refusals++;
		this.listener.refused(source, reason);
	}

	int articles() {
		return this.newArticles + this.changedArticles + this.unchangedArticles;
	}

	ImportReport report(int otherFiles, int references) {
		return new ImportReport(this.newArticles, this.changedArticles, this.unchangedArticles, references,
				this.draftCount, this.drafts, this.futureCount, this.future, this.refusals, otherFiles);
	}

	private static void name(List<Source> list, Source source) {
		if (list.size() < NAMED) {
			list.add(source);
		}
	}

}
