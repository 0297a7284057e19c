package io.broadsheet.graph;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * How a client names one author, topic or section; GraphQL's {@code @oneOf} has seen to
 * it that exactly one is given.
 *
 * @param id its id
 * @param slug its slug, or an earlier one
 */
public record NamedKey(@Nullable String id, @Nullable String slug) {

	/**
	 * Finds what is named.
	 * @param kind the letter of the kind that the id must have
	 * @param kindName what people call that kind, for the message
	 * @param byId finds by id
	 * @param bySlug finds by slug
	 * @param <T> what is looked for
	 * @return what was found, or null
	 * @throws Problem.BadUserInput if the id is none, or of another kind
	 */
	public <T extends @Nullable Object> @Nullable T find(char kind, String kindName, Function<NodeId, @Nullable T> byId,
			Function<String, @Nullable T> bySlug) {
		if (this.id != null) {
			return byId.apply(NodeId.parse(this.id, kind, kindName));
		}
		return (this.slug != null) ? bySlug.apply(this.slug) : null;
	}

}
