package io.broadsheet.related;

/**
 * How many words that say something an article has.
 *
 * @param headline in its headline
 * @param brief in its brief
 * @param body in its body
 */
record Lengths(int headline, int brief, int body) {

	/**
	 * The lengths at which an occurrence is worth what it is: digitalgov's averages.
	 * Fixed ones, so that an article's numbers depend on nothing but the article.
	 */
	private static final Lengths USUAL = new Lengths(6, 28, 378);

	int sum() {
		return this.headline + this.brief + this.body;
	}

	/** What an occurrence in each field of so long a text is worth. */
	Formula.Fields divide(Formula.Part part) {
		return new Formula.Fields(part.fields().headline() / norm(part.division(), this.headline, USUAL.headline),
				part.fields().brief() / norm(part.division(), this.brief, USUAL.brief),
				part.fields().body() / norm(part.division(), this.body, USUAL.body));
	}

	private static double norm(double division, int length, int usual) {
		return 1 - division + division * length / usual;
	}

}
