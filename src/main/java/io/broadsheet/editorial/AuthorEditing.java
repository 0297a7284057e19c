package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.media.Image;
import io.broadsheet.media.ImageParts;
import io.broadsheet.store.Addresses;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** Creates, changes and removes authors. */
@Component
class AuthorEditing {

	private final ReferenceEditing<Author> editing;

	AuthorEditing(Authors authors, ReferenceUses uses, RandomGenerator random) {
		this.editing = new ReferenceEditing<>(authors, new Reference<>(Author.KIND, "an author", authors::find),
				Author::id, uses, random);
	}

	/**
	 * Creates an author.
	 * @param input what is said of the author
	 * @param by who creates, by name
	 */
	Outcome<Author> create(CreateInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.editing.newId(input.idempotencyKey(), by, fields);
		String name = this.editing.name(input.name(), fields);
		String slug = this.editing.newSlug(input.slug(), name, id, fields);
		String bio = fields.text(input.bio(), "bio", Limits.ABOUT);
		Image avatar = fields.wholeImage(input.avatar(), "avatar");
		return errors.isEmpty() ? this.editing.add(new Author(id, slug, List.of(), name, bio, avatar), slug)
				: Outcome.refused(errors);
	}

	/** Changes what is given of an author. */
	Outcome<Author> update(UpdateInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		Author current = this.editing.find(input.id(), fields, "id");
		UnaryOperator<String> name = Given.change(input.name(), (text) -> this.editing.name(text, fields));
		UnaryOperator<String> slug = Given.change(input.slug(),
				(text) -> this.editing.changedSlug(text, current, fields));
		UnaryOperator<@Nullable String> bio = Given.change(input.bio(),
				(text) -> fields.text(text, "bio", Limits.ABOUT));
		UnaryOperator<@Nullable Image> avatar = Given.change(input.avatar(),
				(parts) -> fields.wholeImage(parts, "avatar"));
		if (current == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		return this.editing.change(current, (stored) -> {
			String next = slug.apply(stored.slug());
			return new Author(stored.id(), next,
					Addresses.earlier(Addresses.of(stored.slug(), stored.formerSlugs()), next),
					name.apply(stored.name()), bio.apply(stored.bio()), avatar.apply(stored.avatar()));
		}, slug.apply(current.slug()));
	}

	/** Removes an author whom nothing refers to. */
	Outcome<Author> delete(String id) {
		List<UserError> errors = new ArrayList<>();
		Author current = this.editing.find(id, new FieldReader(errors), "id");
		return (current != null) ? this.editing.remove(current) : Outcome.refused(errors);
	}

	/**
	 * What is said of a new author.
	 *
	 * @param name the name
	 * @param slug the slug; made of the name if it is not given
	 * @param bio a few words about the author
	 * @param avatar the author's picture
	 * @param idempotencyKey what the client calls this request
	 */
	record CreateInput(String name, @Nullable String slug, @Nullable String bio, @Nullable ImageParts avatar,
			@Nullable String idempotencyKey) {
	}

	/**
	 * What is to change of an author.
	 *
	 * @param id which author
	 * @param name the name
	 * @param slug the slug
	 * @param bio a few words about the author
	 * @param avatar the author's picture
	 */
	record UpdateInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug, ArgumentValue<String> bio,
			ArgumentValue<ImageParts> avatar) {
	}

}
