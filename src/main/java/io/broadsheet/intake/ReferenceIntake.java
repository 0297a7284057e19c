package io.broadsheet.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.broadsheet.author.Author;
import io.broadsheet.editorial.Limits;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the sections, authors and topics that files define. Those whose slug can stand
 * in an address go first, so that none of the others is given it.
 */
final class ReferenceIntake {

	private final Newsroom newsroom;

	private final PictureFiles pictures;

	private final MergedTopics merged;

	private final Map<NodeId, Source> seen = new HashMap<>();

	ReferenceIntake(Newsroom newsroom, PictureFiles pictures) {
		this.newsroom = newsroom;
		this.merged = new MergedTopics(newsroom);
		this.pictures = pictures;
	}

	/**
	 * One definition in a file.
	 *
	 * @param kind the letter of its kind
	 * @param fields what is said of it
	 * @param file the file
	 * @param source where it is
	 */
	record Definition(char kind, Fields fields, ContentFile file, Source source) {

		/** Whether it must wait for those whose slugs are good. */
		boolean needsSlug() {
			return !(this.fields.peek("slug") instanceof String slug && Slug.isValid(slug));
		}

	}

	/** What all kinds have in common. */
	private record Identity(NodeId id, String slug, List<String> formerSlugs, String name) {
	}

	/** Takes a definition in. */
	void take(Definition definition) throws Refused {
		switch (definition.kind()) {
			case Section.KIND -> takeSection(definition);
			case Author.KIND -> takeAuthor(definition);
			default -> takeTopic(definition);
		}
	}

	private void takeSection(Definition definition) throws Refused {
		Fields fields = definition.fields();
		Identity identity = identity(definition, this.newsroom.sections, this.newsroom.sections.kind());
		Section stored = this.newsroom.sections.get(identity.id());
		Integer position = fields.number("position", "weight");
		int line = fields.line("parent");
		String written = fields.text(Limits.NAME, "parent");
		NodeId parent = (written != null) ? this.newsroom.section(written) : null;
		if (parent != null && this.newsroom.isWithin(parent, identity.id())) {
			throw new Refused(line, "The section \"%s\" would be within itself.".formatted(identity.name()));
		}
		putIfNew(this.newsroom.sections, stored,
				new Section(identity.id(), identity.slug(), identity.formerSlugs(), identity.name(),
						fields.text(Limits.ABOUT, "description", "summary"), parent,
						(position != null) ? position : 0));
	}

	/** Takes in what a section's page says. */
	void takePage(List<String> folders, Fields fields) throws Refused {
		NodeId id = Objects.requireNonNull(this.newsroom.section(folders));
		Section stored = Objects.requireNonNull(this.newsroom.sections.get(id));
		String name = fields.text(Limits.NAME, "title", "name");
		String description = fields.text(Limits.ABOUT, "description", "summary");
		Integer position = fields.number("weight", "position");
		putIfNew(this.newsroom.sections, stored,
				new Section(id, stored.slug(), stored.formerSlugs(), (name != null) ? name : stored.name(),
						(description != null) ? description : stored.description(), stored.parent(),
						(position != null) ? position : stored.position()));
	}

	private void takeAuthor(Definition definition) throws Refused {
		Fields fields = definition.fields();
		Identity identity = identity(definition, this.newsroom.authors, this.newsroom.authors.kind());
		PictureEntry avatar = Picturing.avatar(fields);
		putIfNew(this.newsroom.authors, this.newsroom.authors.get(identity.id()),
				new Author(identity.id(), identity.slug(), identity.formerSlugs(), identity.name(),
						fields.text(Limits.ABOUT, "bio", "description"), (avatar != null) ? this.pictures.image(avatar,
								Places.ofLine(definition.file(), 1).folder(), definition.file().root()) : null));
	}

	private void takeTopic(Definition definition) throws Refused {
		Fields fields = definition.fields();
		if (this.merged.concerns(fields)) {
			Topic topic = this.merged.take(definition);
			if (topic != null) {
				refuseSecond(topic.id(), definition, this.newsroom.topics.kind());
			}
			return;
		}
		Identity identity = identity(definition, this.newsroom.topics, this.newsroom.topics.kind());
		putIfNew(this.newsroom.topics, this.newsroom.topics.get(identity.id()),
				new Topic(identity.id(), identity.slug(), identity.formerSlugs(), identity.name(),
						fields.text(Limits.ABOUT, "description"), kind(fields),
						fields.texts(Limits.ALIASES, "aliases")));
	}

	static TopicKind kind(Fields fields) throws Refused {
		int line = fields.line("kind");
		String kind = fields.text("kind");
		try {
			return (kind != null) ? TopicKind.valueOf(kind.toUpperCase(Locale.ROOT)) : TopicKind.SUBJECT;
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(line,
					"A topic's kind is SUBJECT, PERSON, ORGANIZATION, PLACE or EVENT, not \"%s\".".formatted(kind));
		}
	}

	private <T> Identity identity(Definition definition, References<T> references, References.Kind<T> kind)
			throws Refused {
		Fields fields = definition.fields();
		String writtenId = fields.text("id");
		String written = fields.text(Limits.NAME, "slug");
		String name = fields.text(Limits.NAME, "name", "title");
		if (name == null && written == null) {
			throw new Refused(fields.line("name"), "The " + kind.noun() + " has no name.");
		}
		String named = (name != null) ? name : Names.fromSlug(String.valueOf(written));
		NodeId given = (writtenId != null) ? Names.id(writtenId, kind.letter()) : null;
		NodeId holder = references.bySlug((written != null) ? written : Slug.from(named, kind.noun()));
		if (given != null && holder != null && !given.equals(holder)) {
			throw new Refused(fields.line("slug"),
					"The slug \"%s\" belongs to another %s, whose id is %s.".formatted(written, kind.noun(), holder));
		}
		NodeId known = (given != null) ? given : holder;
		T stored = (known != null) ? references.get(known) : null;
		String slug = slug(written, named, given, stored, references);
		NodeId id = (known != null) ? known : NodeId.named(kind.letter(), slug);
		refuseSecond(id, definition, kind);
		return new Identity(id, slug, formerSlugs(fields, written, slug, stored, references), named);
	}

	private static <T> String slug(@Nullable String written, String name, @Nullable NodeId given, @Nullable T stored,
			References<T> references) {
		if (stored != null && (given == null || written == null)) {
			return references.kind().slugs(stored).getFirst();
		}
		String noun = references.kind().noun();
		String wanted = (written != null) ? Names.slug(written, noun) : Slug.from(name, noun);
		return wanted.equals(written) ? wanted : Slug.free(wanted, (slug) -> references.bySlug(slug) != null);
	}

	private static <T> List<String> formerSlugs(Fields fields, @Nullable String written, String slug,
			@Nullable T stored, References<T> references) throws Refused {
		Set<String> former = new LinkedHashSet<>();
		if (stored != null) {
			former.addAll(references.kind().slugs(stored));
		}
		former.addAll(fields.texts(Limits.ADDRESSES, "formerSlugs"));
		if (written != null) {
			former.add(written);
		}
		former.remove(slug);
		for (String earlier : former) {
			NodeId holder = references.bySlug(earlier);
			if (holder != null && (stored == null || !holder.equals(references.kind().id(stored)))) {
				throw new Refused(fields.line("formerSlugs"),
						"The earlier slug \"%s\" belongs to another %s.".formatted(earlier, references.kind().noun()));
			}
		}
		return new ArrayList<>(former);
	}

	private void refuseSecond(NodeId id, Definition definition, References.Kind<?> kind) throws Refused {
		Source first = this.seen.putIfAbsent(id, definition.source());
		if (first != null) {
			throw new Refused(definition.source().line(),
					"This %s is the same as the one at %s.".formatted(kind.noun(), first));
		}
	}

	private static <T> void putIfNew(References<T> references, @Nullable T stored, T value) {
		if (!value.equals(stored)) {
			references.put(value);
		}
	}

}
