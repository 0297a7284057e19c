package io.broadsheet.gateway;

import java.util.Objects;
import java.util.function.Function;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls itself, by the headers of graphql.org's convention or of Apollo's;
 * in the operation's context under its class.
 *
 * @param name its name
 * @param version its version
 */
record ClientName(String name, String version) {

	/** A client that does not say. */
	static final ClientName UNKNOWN = new ClientName("unknown", "unknown");

	private static final int LONGEST = 60;

	/**
	 * Who sent a request.
	 * @param headers the value of the header of a name, or null
	 */
	static ClientName of(Function<String, @Nullable String> headers) {
		return new ClientName(first(headers, "graphql-client-name", "apollographql-client-name"),
				first(headers, "graphql-client-version", "apollographql-client-version"));
	}

	/** Who asked for an operation. */
	static ClientName in(GraphQLContext context) {
		return context.getOrDefault(ClientName.class, UNKNOWN);
	}

	/** As {@code name/version}. */
	@Override
	public String toString() {
		return this.name + "/" + this.version;
	}

	private static String first(Function<String, @Nullable String> headers, String name, String other) {
		String value = clean(headers.apply(name));
		return (value != null) ? value : Objects.requireNonNullElse(clean(headers.apply(other)), "unknown");
	}

	/** It goes into the log and into metrics. */
	private static @Nullable String clean(@Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String clean = value.strip().replaceAll("[^\\w .:+@-]", "?");
		return clean.substring(0, Math.min(LONGEST, clean.length()));
	}

}
