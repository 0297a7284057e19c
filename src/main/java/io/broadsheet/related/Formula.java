package io.broadsheet.related;

/**
 * The constants of the ranking. Where the source of one says "measured", it was chosen on
 * 1,796 articles of digitalgov.gov with the links that their editors made, among few
 * values far apart, and its neighbours do nearly as well.
 *
 * @param stems how words count
 * @param pairs how pairs of neighbouring words count
 * @param pairsShare what pairs weigh beside stems (measured; pairs alone are too few,
 * stems alone too vague)
 * @param common the share of the archive above which a word or pair finds no candidates,
 * and a pair says nothing (Luhn 1958: what is common does not tell stories apart)
 * @param alwaysRare a number of articles that is never called common, so that small
 * archives have rare words too
 * @param alwaysTelling a number of articles that may always share a pair that tells them
 * from others
 * @param found how many articles all seeds of a kind, or all pairs, may find, the best of
 * them first, so that a question to a large archive costs little more than one to a small
 * one (measured: five times as many find nothing better, a third as many hardly less)
 * @param candidates how many articles are looked at closely (measured: twice as many find
 * nothing more)
 * @param stemsEvidence how much two articles must share for full marks, so that little in
 * common is little however short the texts are; in units of a unique word's rarity
 * (digitalgov's articles whose best candidate has least, a twentieth of all, stay below)
 * @param pairsEvidence the same of pairs
 * @param enoughOfOwn the part of what an article has that is enough where it has little
 * @param factsShare what topics, section and authors weigh where there is no text
 * @param factsHalf at how many words they weigh half of that (a brief's length: what is
 * longer speaks for itself)
 * @param factsShareOfFew what they weigh besides in an archive of few articles (set by
 * eye on the sample newsroom, whose articles are too few to tell rare words from common
 * ones)
 * @param fewArticles at how many articles they weigh half of that
 * @param chance from how many words on single words in common are chance, and a story
 * needs a pair or a fact too (set by eye on the sample newsroom)
 * @param topics the topics' part of what facts weigh, the rarest weighing most
 * @param section the section's part
 * @param authors the authors' part
 * @param sameStory the cosine of two articles' stems above which they are the same story
 * (issue of near-duplicates; Manning, Raghavan and Schütze 2008, chapter 19)
 * @param asGood the part of a score from which another story is as good as the next of a
 * series
 * @param least the score below which a story is no answer
 */
record Formula(Part stems, Part pairs, double pairsShare, double common, int alwaysRare, int alwaysTelling, int found,
		int candidates, double stemsEvidence, double pairsEvidence, double enoughOfOwn, double factsShare,
		double factsHalf, double factsShareOfFew, double fewArticles, double chance, double topics, double section,
		double authors, double sameStory, double asGood, double least) {

	/** The formula in use. */
	static final Formula STANDARD = new Formula(new Part(new Fields(8, 2, 1), 0.9, 32, 14, 1, 200, 25),
			new Part(new Fields(4, 2, 1), 0.6, 16, 4, 2.5, 300, 60), 0.5, 0.1, 200, 5, 2_000, 200, 0.13, 0.07, 0.5, 0.6,
			30, 0.4, 50, 100, 0.7, 0.2, 0.1, 0.8, 0.9, 0.05);

	/**
	 * How words, or pairs of them, count.
	 *
	 * @param fields what one is worth by where it stands
	 * @param division how far what stands in a longer text is worth less (BM25's b,
	 * Robertson and Zaragoza 2009; measured)
	 * @param asked how soon repetition in the article that is asked about counts no more
	 * (BM25's k3; measured)
	 * @param found how soon repetition in the other counts no more (BM25's k1; measured)
	 * @param rarity the power of the inverse document frequency (Spärck Jones 1972; for
	 * pairs measured: names are worth more than idioms)
	 * @param most how many of the article's are compared
	 * @param seeds how many of its rare ones find candidates
	 */
	record Part(Fields fields, double division, double asked, double found, double rarity, int most, int seeds) {
	}

	/**
	 * What words are worth by where they stand (BM25F, Robertson, Zaragoza and Taylor
	 * 2004; measured).
	 *
	 * @param headline in the headline
	 * @param brief in the brief
	 * @param body in the body
	 */
	record Fields(double headline, double brief, double body) {
	}

	/**
	 * What facts weigh beside text, which says the less the shorter it is and the fewer
	 * there are to tell what is rare.
	 * @param words how many words the article has
	 * @param articles how many articles there are
	 */
	double factsShare(int words, int articles) {
		double ofShort = this.factsShare * this.factsHalf / (this.factsHalf + words);
		double ofFew = this.factsShareOfFew * this.fewArticles / (this.fewArticles + articles);
		return 1 - (1 - ofShort) * (1 - ofFew);
	}

	/** How many articles may have what is still rare in an archive. */
	int rare(int articles) {
		return Math.max(this.alwaysRare, (int) (articles * this.common));
	}

	/** How many articles may have a pair that still says something. */
	int rarePair(int articles) {
		return Math.max(this.alwaysTelling, (int) (articles * this.common));
	}

	/** The inverse document frequency: how much it says that an article has something. */
	static double idf(int articles, int having) {
		return Math.log(1 + (Math.max(articles - having, 0) + 0.5) / (having + 0.5));
	}

}
