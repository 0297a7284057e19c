package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.store.Addresses;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** Creates, changes and removes topics. */
@Component
class TopicEditing {

	private static final String ALIASES = "aliases";

	private final Topics topics;

	private final ReferenceEditing<Topic> editing;

	TopicEditing(Topics topics, ReferenceUses uses, RandomGenerator random) {
		this.topics = topics;
		this.editing = new ReferenceEditing<>(topics, new Reference<>(Topic.KIND, "a topic", topics::find), Topic::id,
				uses, random);
	}

	/**
	 * Creates a topic.
	 * @param input what is said of it
	 * @param by who creates, by name
	 */
	Outcome<Topic> create(CreateInput input, String by) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.editing.newId(input.idempotencyKey(), by, fields);
		String name = this.editing.name(input.name(), fields);
		String slug = this.editing.newSlug(input.slug(), name, id, fields);
		String description = fields.text(input.description(), "description", Limits.ABOUT);
		List<String> aliases = aliases(input.aliases(), fields);
		return errors.isEmpty()
				? this.editing.add(new Topic(id, slug, List.of(), name, description, input.kind(), aliases), slug)
				: Outcome.refused(errors);
	}

	/** Changes what is given of a topic. */
	Outcome<Topic> update(UpdateInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		Topic current = this.editing.find(input.id(), fields, "id");
		UnaryOperator<String> name = Given.change(input.name(), (text) -> this.editing.name(text, fields));
		UnaryOperator<String> slug = Given.change(input.slug(),
				(text) -> this.editing.changedSlug(text, current, fields));
		UnaryOperator<@Nullable String> description = Given.change(input.description(),
				(text) -> fields.text(text, "description", Limits.ABOUT));
		UnaryOperator<TopicKind> kind = Given.change(input.kind(), (value) -> kind(value, fields));
		UnaryOperator<List<String>> aliases = Given.change(input.aliases(), (texts) -> aliases(texts, fields));
		if (current == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		return this.editing.change(current, (stored) -> {
			String next = slug.apply(stored.slug());
			return new Topic(stored.id(), next,
					Addresses.earlier(Addresses.of(stored.slug(), stored.formerSlugs()), next),
					name.apply(stored.name()), description.apply(stored.description()), kind.apply(stored.kind()),
					aliases.apply(stored.aliases()));
		}, slug.apply(current.slug()));
	}

	/** Removes a topic that nothing refers to, and what was merged into it. */
	Outcome<Topic> delete(String id) {
		List<UserError> errors = new ArrayList<>();
		Topic current = this.editing.find(id, new FieldReader(errors), "id");
		if (current == null) {
			return Outcome.refused(errors);
		}
		Set<NodeId> former = this.topics.formerIds(current.id());
		Outcome<Topic> outcome = this.editing.remove(current);
		if (outcome.errors().isEmpty()) {
			former.forEach(this.topics::remove);
		}
		return outcome;
	}

	private static TopicKind kind(@Nullable TopicKind kind, FieldReader fields) {
		if (kind == null) {
			fields.refuse("A kind is needed; leave the field out to keep the one that is there.", "kind");
		}
		return Objects.requireNonNullElse(kind, TopicKind.SUBJECT);
	}

	/** Each alias once, whatever its capitals. */
	private static List<String> aliases(@Nullable List<String> texts, FieldReader fields) {
		List<String> given = (texts != null) ? texts : List.of();
		if (given.size() > Limits.ALIASES) {
			fields.refuse("%d aliases are given; at most %d are taken.".formatted(given.size(), Limits.ALIASES),
					ALIASES);
			return List.of();
		}
		Map<String, String> aliases = new LinkedHashMap<>();
		for (String text : given) {
			String alias = fields.line(text, ALIASES, Limits.NAME);
			if (alias != null) {
				aliases.putIfAbsent(alias.toLowerCase(Locale.ROOT), alias);
			}
		}
		return List.copyOf(aliases.values());
	}

	/**
	 * What is said of a new topic.
	 *
	 * @param name the name
	 * @param slug the slug; made of the name if it is not given
	 * @param description what it is
	 * @param kind what kind of thing it is
	 * @param aliases other names by which people look for it
	 * @param idempotencyKey what the client calls this request
	 */
	record CreateInput(String name, @Nullable String slug, @Nullable String description, TopicKind kind,
			@Nullable List<String> aliases, @Nullable String idempotencyKey) {
	}

	/**
	 * What is to change of a topic.
	 *
	 * @param id which topic
	 * @param name the name
	 * @param slug the slug
	 * @param description what it is
	 * @param kind what kind of thing it is
	 * @param aliases other names by which people look for it
	 */
	record UpdateInput(String id, ArgumentValue<String> name, ArgumentValue<String> slug,
			ArgumentValue<String> description, ArgumentValue<TopicKind> kind, ArgumentValue<List<String>> aliases) {
	}

}
