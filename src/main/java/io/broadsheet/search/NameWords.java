package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;

/**
 * Which topics and authors have a word in their names. Names are not written into the
 * index with the articles, so that a topic that is renamed or an author who marries is
 * found by the new name at once.
 */
final class NameWords {

	private final Map<String, List<NodeId>> byTerm = new HashMap<>();

	private final Map<NodeId, List<String>> names = new LinkedHashMap<>();

	NameWords(Collection<Topic> topics, Collection<Author> authors, QueryAnalysis analysis) {
		topics.forEach((topic) -> {
			add(topic.id(), topic.name(), analysis);
			topic.aliases().forEach((alias) -> add(topic.id(), alias, analysis));
		});
		authors.forEach((author) -> add(author.id(), author.name(), analysis));
	}

	/** Those in whose names one of some terms is. */
	Collection<NodeId> with(Collection<String> terms) {
		return terms.stream().flatMap((term) -> this.byTerm.getOrDefault(term, List.of()).stream()).distinct().toList();
	}

	/** Those in whose names some words stand one after the other. */
	Collection<NodeId> withSequence(List<String> words) {
		String sequence = " " + String.join(" ", words) + " ";
		return this.names.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch((name) -> name.contains(sequence)))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The spelled words in names that are as a test says. */
	Set<String> words(Predicate<String> test) {
		return this.byTerm.keySet()
			.stream()
			.filter((term) -> term.charAt(0) != WordFormsFilter.STEM_MARK && test.test(term))
			.collect(Collectors.toSet());
	}

	private void add(NodeId id, String name, QueryAnalysis analysis) {
		analysis.terms(name).forEach((term) -> this.byTerm.computeIfAbsent(term, (key) -> new ArrayList<>()).add(id));
		List<String> spelled = QueryAnalysis.tokens(LanguageAnalysis.OTHER, name)
			.stream()
			.map(QueryAnalysis.Token::spelling)
			.toList();
		this.names.computeIfAbsent(id, (key) -> new ArrayList<>()).add(" " + String.join(" ", spelled) + " ");
	}

}
