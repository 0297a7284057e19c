package io.broadsheet.gateway;

import java.util.Locale;

/**
 * What is counted of a request, and refused beyond a setting of {@link LimitSettings}.
 */
enum Limit {

	/** The bytes of a request's body. */
	BODY_SIZE("The body has %2$s bytes or more; %1$s are the most that is taken.",
			"Send long texts in several requests, and pictures by their addresses."),
	/** The seconds that a body takes to arrive. */
	BODY_TIME("The body was not there after %2$s seconds; it is waited for %1$s.",
			"Send the body in one go, over a connection that is fast enough for its size."),
	/** The bytes of a document. */
	DOCUMENT_SIZE("The document has %2$s bytes; %1$s are the most that is taken.",
			"Pass values as variables, and share what is repeated in fragments."),
	/** The tokens of a document. */
	TOKENS("The document has %2$s tokens; %1$s are the most that is taken.",
			"Pass lists of values as variables, and share what is repeated in fragments."),
	/** How deep fields are nested. */
	DEPTH("The document nests fields %2$s levels deep; %1$s are possible.",
			"Ask for the innermost fields in a second request, by the ids that the first one answers."),
	/** The fields of a document, with those of fragments wherever they are spread. */
	FIELDS("The document has %2$s fields, those of fragments counted wherever they are spread; %1$s are possible.",
			"Ask for fewer fields, or for parts of them in several requests."),
	/** The fields at the top of an operation. */
	ROOT_FIELDS("The operation asks for %2$s fields at its top; %1$s are possible.",
			"Send several requests, or ask for many things of a kind with one list, such as nodes(ids: […])."),
	/** The aliases of a document. */
	ALIASES("The document has %2$s aliases; %1$s are possible.",
			"Send several requests, or ask for many things of a kind with one list, such as nodes(ids: […])."),
	/** The directives of a document. */
	DIRECTIVES("The document has %2$s directives; %1$s are possible.",
			"Put what is included or skipped together into one fragment with one directive."),
	/** What an operation costs. */
	COST("The operation costs up to %2$s; %1$s is possible.",
			"Ask for fewer items (first), or for fewer lists inside of lists. With the header GraphQL-Cost: report each answer tells its cost."),
	/** What a client's operations cost in a minute. */
	RATE("You have asked for more than may cost %1$s in a minute. Try again in %2$s s.",
			"Ask less often, for less, or keep answers: their Cache-Control says for how long. The header RateLimit tells what is left."),
	/** How often a client asks in a minute for what may be asked for rarely. */
	STRICT_RATE("You have done this %1$s times in a minute, the most that is possible. Try again in %2$s s.",
			"Send it once for each time that a reader does it."),
	/** The milliseconds that an operation runs. */
	TIME("The operation took longer than %1$s ms and was stopped.",
			"Ask for less at once: fewer items, fewer lists inside of lists, or parts of it in several requests.");

	private final String sentence;

	private final String help;

	Limit(String sentence, String help) {
		this.sentence = sentence;
		this.help = help;
	}

	/** What errors, metrics and settings call it. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What was exceeded. */
	String sentence(long allowed, long asked) {
		return String.format(Locale.ROOT, this.sentence, String.format(Locale.ROOT, "%,d", allowed),
				String.format(Locale.ROOT, "%,d", asked));
	}

	/** What a client can change. */
	String help() {
		return this.help;
	}

}
