package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.section.WithinItself;
import io.broadsheet.store.Addresses;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** Creates, changes, moves and removes sections. */
@Component
class SectionEditing {

	private static final String WITHIN_ITSELF = "A section cannot be within itself, nor within what is within it.";

	private final Sections sections;

	private final Reference<Section> reference;

	private final ReferenceEditing<Section> editing;

	SectionEditing(Sections sections, ReferenceUses uses, RandomGenerator random) {
		this.sections = sections;
		this.reference = new Reference<>(Section.KIND, "a section", sections::find);
		this.editing = new ReferenceEditing<>(sections, this.reference, Section::id, uses, random);
	}

	/**
	 * Creates a section.
	 * @param input what is said of it
	 * @param by who creates, by name
	 */
	Outcome<Section> create(CreateInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.editing.newId(input.idempotencyKey(), by, fields);
		String name = this.editing.name(input.name(), fields);
		String slug = this.editing.newSlug(input.slug(), name, id, fields);
		String description = fields.text(input.description(), "description", Limits.ABOUT);
		NodeId parent = (input.parent() != null) ? fields.id(input.parent(), this.reference, "parent") : null;
		if (!errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		int position = Objects.requireNonNullElseGet(input.position(), () -> behindOthers(parent));
		return this.editing.add(new Section(id, slug, List.of(), name, description, parent, position), slug);
	}

	/** Changes what is given of a section, its place too. */
	Outcome<Section> update(UpdateInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		Section current = this.editing.find(input.id(), fields, "id");
		UnaryOperator<String> name = Given.change(input.name(), (text) -> this.editing.name(text, fields));
		UnaryOperator<String> slug = Given.change(input.slug(),
				(text) -> this.editing.changedSlug(text, current, fields));
		UnaryOperator<@Nullable String> description = Given.change(input.description(),
				(text) -> fields.text(text, "description", Limits.ABOUT));
		UnaryOperator<@Nullable NodeId> parent = Given.change(input.parent(), (text) -> parent(text, current, fields));
		UnaryOperator<Integer> position = Given.change(input.position(),
				(number) -> Objects.requireNonNullElse(number, 0));
		if (current == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		UnaryOperator<Section> change = (stored) -> {
			String next = slug.apply(stored.slug());
			return new Section(stored.id(), next,
					Addresses.earlier(Addresses.of(stored.slug(), stored.formerSlugs()), next),
					name.apply(stored.name()), description.apply(stored.description()), parent.apply(stored.parent()),
					position.apply(stored.position()));
		};
		try {
			return this.editing.change(current, change, slug.apply(current.slug()));
		}
		catch (WithinItself ex) {
			return Outcome.refused(
					new NotAllowed("Somebody else moved one of the two sections at the same moment. " + WITHIN_ITSELF,
							FieldReader.path("parent")));
		}
	}

	/** Removes a section that nothing refers to and nothing is within. */
	Outcome<Section> delete(String id) {
		List<UserError> errors = new ArrayList<>();
		Section current = this.editing.find(id, new FieldReader(errors), "id");
		return (current != null) ? this.editing.remove(current) : Outcome.refused(errors);
	}

	private @Nullable NodeId parent(@Nullable String text, @Nullable Section moved, FieldReader fields) {
		NodeId parent = (text != null) ? fields.id(text, this.reference, "parent") : null;
		if (parent != null && moved != null && this.sections.branch(moved.id()).contains(parent)) {
			fields.refuse(WITHIN_ITSELF, "parent");
		}
		return parent;
	}

	private int behindOthers(@Nullable NodeId parent) {
		return this.sections.all()
			.stream()
			.filter((section) -> Objects.equals(section.parent(), parent))
			.mapToInt(Section::position)
			.filter((position) -> position < Integer.MAX_VALUE)
			.map((position) -> position + 1)
			.max()
			.orElse(0);
	}

	/**
	 * What is said of a new section.
	 *
	 * @param name the name
	 * @param slug the slug; made of the name if it is not given
	 * @param description what is found in it
	 * @param parent the section that it is a part of
	 * @param position its place among its siblings; behind them if it is not given
	 * @param idempotencyKey what the client calls this request
	 */
	record CreateInput(String name, @Nullable String slug, @Nullable String description, @Nullable String parent,
			@Nullable Integer position, @Nullable String idempotencyKey) {
	}

	/**
	 * What is to change of a section.
	 *
	 * @param id which section
	 * @param name the name
	 * @param slug the slug
	 * @param description what is found in it
	 * @param parent the section that it is a part of
	 * @param position its place among its siblings
	 */
	record UpdateInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug,
			ArgumentValue<String> description, ArgumentValue<String> parent, ArgumentValue<Integer> position) {
	}

}
