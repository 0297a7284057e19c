package io.broadsheet.related;

/**
 * How near an article is to the one that is asked about.
 *
 * @param doc its document in the index
 * @param publishedAt when it was published, in milliseconds
 * @param idHash a hash of its id
 * @param text what its text adds to the score
 * @param factor what each of its facts' weights is multiplied by for the score
 * @param facts what its facts add to the score
 * @param question the question that it answers
 */
record Scored(int doc, long publishedAt, int idHash, double text, double factor, double facts, Question question) {

	/** How well it answers, from 0 to 1. */
	double score() {
		return this.text + this.facts;
	}

}
