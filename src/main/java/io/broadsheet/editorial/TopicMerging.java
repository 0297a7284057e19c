package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.broadsheet.article.ArticleUses;
import io.broadsheet.editorial.FieldReader.Reference;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import io.broadsheet.store.Preparation;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Merges topics. The merge itself is one write, by which the topic's id and slugs lead to
 * the other wherever they are read: in articles, drafts, filters and addresses. What
 * follows may be done again by anybody: the name becomes an alias, and lists read the
 * articles anew. A merge whose process died is finished when an instance starts.
 */
@Component
class TopicMerging implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(TopicMerging.class);

	private final Topics topics;

	private final ArticleUses articles;

	private final Reference<Topic> reference;

	TopicMerging(Topics topics, ArticleUses articles) {
		this.topics = topics;
		this.articles = articles;
		this.reference = new Reference<>(Topic.KIND, "a topic", topics::find);
	}

	@Override
	public void prepare() {
		for (NodeId from : this.topics.openMerges()) {
			logger.info("Finishing the merge of topic {}, which was interrupted", from);
			finish(from);
		}
	}

	/**
	 * Merges a topic into another. Merged already, it is answered as the first time.
	 * @param input which into which
	 * @return the other, with what it got
	 */
	Outcome<Topic> merge(MergeInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId from = fields.id(input.from(), this.reference, "from");
		Topic into = topic(fields.id(input.into(), this.reference, "into"));
		if (from == null || into == null) {
			return Outcome.refused(errors);
		}
		Topic standing = topic(from);
		boolean isMerged = standing == null || !standing.id().equals(from);
		if (isMerged) {
			return into.equals(standing) && !input.from().equals(input.into()) ? Outcome.done(into)
					: refused("from", "This topic was merged into \"%s\" already.", standing);
		}
		if (into.id().equals(from)) {
			return refused("into", "\"%s\" cannot be merged into itself.", into);
		}
		if (!this.topics.merge(from, into.id())) {
			return refused("from",
					"Somebody else merged or removed one of the two topics at the same moment. Look at \"%s\" again.",
					into);
		}
		finish(from);
		return Outcome.done(topicOr(into));
	}

	/** Does what follows from a merge. */
	private void finish(NodeId from) {
		NodeId into = this.topics.current(from);
		for (Topic merged : this.topics.merged().keySet()) {
			if (merged.id().equals(from)) {
				this.topics.change(into, (topic) -> knownAs(topic, merged));
			}
		}
		Set<NodeId> both = new HashSet<>(this.topics.formerIds(into));
		both.add(into);
		this.articles.tell(both);
		this.topics.closeMerge(from);
	}

	/** A topic that is found by the names of another, too. */
	private static Topic knownAs(Topic topic, Topic other) {
		Map<String, String> aliases = new LinkedHashMap<>();
		Stream.of(topic.aliases().stream(), Stream.of(other.name()), other.aliases().stream())
			.flatMap((names) -> names)
			.forEach((name) -> aliases.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
		aliases.remove(topic.name().toLowerCase(Locale.ROOT));
		return new Topic(topic.id(), topic.slug(), topic.formerSlugs(), topic.name(), topic.description(), topic.kind(),
				List.copyOf(aliases.values()));
	}

	private @Nullable Topic topic(@Nullable NodeId id) {
		return (id != null) ? this.topics.find(id) : null;
	}

	private Topic topicOr(Topic known) {
		Topic now = this.topics.find(known.id());
		return (now != null) ? now : known;
	}

	private static Outcome<Topic> refused(String field, String message, @Nullable Topic about) {
		return Outcome
			.refused(new NotAllowed(message.formatted((about != null) ? about.name() : ""), FieldReader.path(field)));
	}

	/**
	 * Which topic is to be merged into which.
	 *
	 * @param from the one that will not be there any more
	 * @param into the one that will stand for it
	 */
	record MergeInput(String from, String into) {
	}

}
