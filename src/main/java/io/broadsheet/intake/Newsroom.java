package io.broadsheet.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.broadsheet.article.ArticleUses;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The sections, authors and topics that an import knows, and how they get into the store.
 */
final class Newsroom {

	private static final int BATCH = 500;

	/** A longer way up is one in a circle, which only a damaged store has. */
	private static final int DEEPEST = 1_000;

	private final Sections storedSections;

	private final Authors storedAuthors;

	private final Topics storedTopics;

	final References<Section> sections;

	final References<Author> authors;

	final References<Topic> topics;

	private final ArticleUses uses;

	private final Map<Topic, NodeId> mergedTopics = new LinkedHashMap<>();

	private int saved;

	Newsroom(Sections sections, Authors authors, Topics topics, ArticleUses uses) {
		this.uses = uses;
		this.storedSections = sections;
		this.storedAuthors = authors;
		this.storedTopics = topics;
		this.sections = new References<>(new SectionReferences(), sections.all());
		this.authors = new References<>(new AuthorReferences(), authors.all());
		this.topics = new References<>(new TopicReferences(), topics.all());
		topics.merged().forEach(this.topics::lead);
	}

	/** How many sections, authors and topics were stored so far. */
	int saved() {
		return this.saved;
	}

	/** Stores what is new or changed. */
	void save() {
		inBatches(this.sections.takeChanged(), this.storedSections::save);
		inBatches(this.authors.takeChanged(), this.storedAuthors::save);
		inBatches(this.topics.takeChanged(), this.storedTopics::save);
		this.mergedTopics.forEach((topic, into) -> {
			this.storedTopics.keepMerged(topic, into);
			this.uses.tell(Set.of(topic.id()));
			this.saved++;
		});
		this.mergedTopics.clear();
	}

	/** Takes in a topic that was merged into another, unless it is stored so. */
	void merged(Topic topic, NodeId into) {
		if (!into.equals(this.storedTopics.merged().get(topic))) {
			this.mergedTopics.put(topic, into);
			this.topics.lead(topic, into);
		}
	}

	/** The section that a text in front matter means, by id, slug, name or path. */
	NodeId section(String written) {
		NodeId id = Names.id(written, Section.KIND);
		NodeId known = (id != null) ? id : this.sections.find(written);
		if (known != null) {
			return known;
		}
		List<String> path = Arrays.stream(written.split("/", -1))
			.map(String::strip)
			.filter((s) -> !s.isEmpty())
			.toList();
		NodeId section = section(path);
		return (section != null) ? section : this.sections.resolve(Reference.to(written));
	}

	/**
	 * The section that nested folders are. Those that are missing are made.
	 * @param folders the folders' names, outermost first
	 * @return the innermost one's section, or null if there is no folder
	 */
	@Nullable NodeId section(List<String> folders) {
		NodeId parent = null;
		for (String folder : folders) {
			parent = child(parent, folder);
		}
		return parent;
	}

	/** Whether a section is another one, or a part of it at any depth. */
	boolean isWithin(NodeId id, NodeId ancestor) {
		Section at = this.sections.get(id);
		for (int depth = 0; at != null && depth < DEEPEST; depth++) {
			if (at.id().equals(ancestor)) {
				return true;
			}
			at = (at.parent() != null) ? this.sections.get(at.parent()) : null;
		}
		return id.equals(ancestor);
	}

	/**
	 * A folder within another is the section of that name if that has no other parent;
	 * two folders of one name, such as news/local and sport/local, are two sections.
	 */
	private NodeId child(@Nullable NodeId parent, String folder) {
		NodeId known = this.sections.find(folder);
		if (known != null && couldBeWithin(known, parent)) {
			return known;
		}
		Section within = (parent != null) ? this.sections.get(parent) : null;
		String slug = Slug.from(folder, "section");
		if (known != null && within != null) {
			slug = within.slug() + "-" + slug;
			NodeId qualified = this.sections.find(slug);
			if (qualified != null && couldBeWithin(qualified, parent)) {
				return qualified;
			}
		}
		String free = Slug.free(slug, (taken) -> this.sections.bySlug(taken) != null);
		NodeId id = NodeId.named(Section.KIND, free);
		this.sections.put(new Section(id, free, List.of(), Names.ofReference(folder), null, parent, 0));
		return id;
	}

	private boolean couldBeWithin(NodeId id, @Nullable NodeId parent) {
		Section section = this.sections.get(id);
		return parent == null || section == null || section.parent() == null || section.parent().equals(parent);
	}

	private <T> void inBatches(List<T> values, Consumer<List<T>> save) {
		for (int i = 0; i < values.size(); i += BATCH) {
			save.accept(values.subList(i, Math.min(values.size(), i + BATCH)));
		}
		this.saved += values.size();
	}

}
