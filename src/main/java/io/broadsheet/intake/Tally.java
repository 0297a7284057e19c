package io.broadsheet.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.intake.ImportReport.Restored;

/** What became of what was found, while an import runs. */
final class Tally {

	/** How many drafts are named; the others are counted. */
	private static final int NAMED = 20;

	private final ImportListener listener;

	private final List<Source> drafts = new ArrayList<>();

	private final List<Source> future = new ArrayList<>();

	/** How many were restored and how many were there, by what they are called. */
	private final Map<String, Restored> restored = new LinkedHashMap<>();

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

	void restored(String noun, boolean isNew) {
		this.restored.merge(noun, isNew ? new Restored(1, 0) : new Restored(0, 1), Restored::plus);
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
				this.draftCount, this.drafts, this.futureCount, this.future, this.restored, this.refusals, otherFiles);
	}

	private static void name(List<Source> list, Source source) {
		if (list.size() < NAMED) {
			list.add(source);
		}
	}

}
