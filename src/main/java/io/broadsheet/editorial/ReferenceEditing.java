package io.broadsheet.editorial;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.graph.UserError;
import io.broadsheet.graph.UserError.NotFound;
import io.broadsheet.store.AddressTaken;
import io.broadsheet.store.ReferenceCollection;
import org.jspecify.annotations.Nullable;

/**
 * What creating, changing and removing have in common for authors, topics and sections.
 *
 * @param <T> the kind of content
 */
final class ReferenceEditing<T> {

	/** Of a longer slug, the beginning is enough to make a free one from. */
	private static final int ROOM_FOR_NUMBER = 10;

	private final ReferenceCollection<T> content;

	private final Reference<T> reference;

	private final Function<T, NodeId> id;

	private final ReferenceUses uses;

	private final RandomGenerator random;

	/**
	 * @param content all of its kind
	 * @param reference what people call one
	 * @param id the id of one
	 * @param uses who refers to one
	 * @param random where new ids come from
	 */
	ReferenceEditing(ReferenceCollection<T> content, Reference<T> reference, Function<T, NodeId> id, ReferenceUses uses,
			RandomGenerator random) {
		this.content = content;
		this.reference = reference;
		this.id = id;
		this.uses = uses;
		this.random = random;
	}

	/** Finds what an input names. */
	@Nullable T find(String text, FieldReader fields, String field) {
		NodeId found = fields.id(text, this.reference, field);
		return (found != null) ? this.content.find(found) : null;
	}

	/**
	 * The id of a new one: the same for a request that is sent again.
	 * @param key what the client calls the request
	 * @param by who sent it, by name
	 */
	NodeId newId(@Nullable String key, String by, FieldReader fields) {
		if (key == null) {
			return NodeId.random(this.reference.kind(), this.random);
		}
		return fields.isIdempotencyKey(key)
				? NodeId.named(this.reference.kind(), "request:" + RequestKey.of(by, key, "").key())
				: NodeId.random(this.reference.kind(), this.random);
	}

	/** A name, which everything has. */
	String name(@Nullable String text, FieldReader fields) {
		String name = fields.line(text, "name", Limits.NAME);
		if (name == null) {
			fields.refuse("A name is needed.", "name");
		}
		return Objects.requireNonNullElse(name, "");
	}

	/**
	 * The slug of a new one: the one that is given, or one made of its name.
	 * @param ofId the id that it gets
	 */
	String newSlug(@Nullable String given, String name, NodeId ofId, FieldReader fields) {
		String slug = (given != null && !given.isBlank()) ? given.strip() : Slug.from(name, noun());
		check(slug, ofId, fields);
		return slug;
	}

	/** The slug that another is to have from now on. */
	String changedSlug(@Nullable String given, @Nullable T current, FieldReader fields) {
		if (given == null || given.isBlank()) {
			fields.refuse("A slug is needed; leave the field out to keep the one that is there.", "slug");
			return "";
		}
		String slug = given.strip();
		check(slug, (current != null) ? this.id.apply(current) : null, fields);
		return slug;
	}

	/**
	 * Stores a new one.
	 * @param value the one
	 * @param slug its slug
	 * @return it; or the one that the same request made before
	 */
	Outcome<T> add(T value, String slug) {
		try {
			this.content.add(value);
			return Outcome.done(value);
		}
		catch (AddressTaken ex) {
			T same = this.content.find(this.id.apply(value));
			if (same == null) {
				return Outcome.refused(taken(slug));
			}
			return same.equals(this.content.findBySlug(slug)) ? Outcome.done(same)
					: Outcome.refused(new UserError.InvalidInput(
							"You have made another with this idempotency key. Give each request its own.",
							FieldReader.path("idempotencyKey")));
		}
	}

	/**
	 * Changes one.
	 * @param current the one
	 * @param change what to do to it
	 * @param slug the slug that it is to have
	 */
	Outcome<T> change(T current, UnaryOperator<T> change, String slug) {
		NodeId changed = this.id.apply(current);
		try {
			T after = this.content.change(changed, change);
			return (after != null) ? Outcome.done(after) : Outcome.refused(gone(changed));
		}
		catch (AddressTaken ex) {
			return Outcome.refused(taken(slug));
		}
	}

	/**
	 * Removes one, unless something refers to it. What begins to refer to it at the same
	 * moment is looked for afterwards, and brings it back.
	 */
	Outcome<T> remove(T current) {
		NodeId removed = this.id.apply(current);
		ReferenceUses.Count before = this.uses.of(removed);
		if (!before.isNone()) {
			return Outcome.refused(used(before));
		}
		if (!this.content.remove(removed)) {
			return Outcome.refused(gone(removed));
		}
		ReferenceUses.Count meanwhile = this.uses.of(removed);
		if (!meanwhile.isNone()) {
			this.content.add(current);
			return Outcome.refused(used(meanwhile));
		}
		return Outcome.done(current);
	}

	private void check(String slug, @Nullable NodeId wantedFor, FieldReader fields) {
		T holder = this.content.findBySlug(slug);
		if (!Slug.isValid(slug)) {
			fields.refuseSlug(slug, "slug");
		}
		else if (holder != null && !this.id.apply(holder).equals(wantedFor)) {
			fields.add(taken(slug));
		}
	}

	private UserError taken(String slug) {
		String start = slug.substring(0, Math.min(slug.length(), Slug.MAX_LENGTH - ROOM_FOR_NUMBER));
		String free = this.content.freeSlug(start);
		return new SlugTaken(
				"The slug \"%s\" leads to another %s, or did so earlier. \"%s\" is free.".formatted(slug, noun(), free),
				FieldReader.path("slug"), free);
	}

	private UserError used(ReferenceUses.Count count) {
		return new NotAllowed("This %s cannot be removed: %s to it.".formatted(noun(), count.inWords()),
				FieldReader.path("id"));
	}

	private UserError gone(NodeId what) {
		return new NotFound("There is not %s with the id \"%s\".".formatted(this.reference.name(), what),
				FieldReader.path("id"));
	}

	private String noun() {
		return this.reference.name().substring(this.reference.name().indexOf(' ') + 1);
	}

}
