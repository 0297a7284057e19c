package io.broadsheet.search;

/**
 * A field with an article's text, and how much a word in it says: BM25's saturation
 * (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * 2009) with constants for each field, since in a headline one mention says nearly
 * everything, and in a body repetition still tells.
 */
enum TextField {

	HEADLINE(FieldNames.HEADLINE, 8, 0.3F, 0.5F, 9), BRIEF(FieldNames.BRIEF, 3, 0.5F, 0.5F, 24),
	BODY(FieldNames.BODY, 0.7F, 1.2F, 0.75F, 600);

	private final String fieldName;

	private final float weight;

	private final float k1;

	private final float b;

	private final float usualLength;

	TextField(String fieldName, float weight, float k1, float b, float usualLength) {
		this.fieldName = fieldName;
		this.weight = weight;
		this.k1 = k1;
		this.b = b;
		this.usualLength = usualLength;
	}

	/** Its name in the index. */
	String fieldName() {
		return this.fieldName;
	}

	/** How much it counts beside the others. */
	float weight() {
		return this.weight;
	}

	/**
	 * How much a word in it says, from nothing to 1.
	 * @param frequency how often the word is in it
	 * @param length how many words it has
	 */
	float saturation(float frequency, int length) {
		return frequency / (frequency + this.k1 * (1 - this.b + this.b * length / this.usualLength));
	}

	/** How soon repetition tells nothing more. */
	float k1() {
		return this.k1;
	}

	/** How much its length matters. */
	float b() {
		return this.b;
	}

	/** How many words it usually has. */
	float usualLength() {
		return this.usualLength;
	}

}
