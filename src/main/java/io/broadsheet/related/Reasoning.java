package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.broadsheet.graph.NodeId;
import io.broadsheet.related.Reason.Kind;

/** Says why stories stand beside an article. */
final class Reasoning {

	private final Traits asked;

	private final Phrases phrases;

	private final TraitsIndex index;

	/**
	 * @param phrases finds what both mention
	 * @param index knows what others have
	 */
	Reasoning(Traits asked, Phrases phrases, TraitsIndex index) {
		this.asked = asked;
		this.phrases = phrases;
		this.index = index;
	}

	Related.Story explain(Answer answer) throws IOException {
		List<Reason> reasons = new ArrayList<>();
		double score = answer.pick() ? 1 : answer.scored().score();
		if (answer.pick()) {
			double rest = answer.scored().score();
			reasons.add(new Reason(Kind.EDITORS_PICK, score - rest, List.of(), List.of(), null, List.of()));
		}
		List<Reason> found = new ArrayList<>();
		addTopics(answer, found);
		addText(answer, found);
		addAuthors(answer, found);
		addSection(answer, found);
		found.sort(Comparator.comparingDouble(Reason::share).reversed());
		reasons.addAll(found);
		return new Related.Story(answer.traits().id(), score, List.copyOf(reasons));
	}

	private void addTopics(Answer answer, List<Reason> reasons) {
		Weights facts = answer.scored().question().facts();
		List<NodeId> shared = this.asked.topics()
			.stream()
			.filter(answer.traits().topics()::contains)
			.sorted(Comparator.comparingDouble((NodeId topic) -> weight(facts, topic)).reversed())
			.toList();
		if (!shared.isEmpty()) {
			reasons.add(new Reason(Kind.SHARED_TOPICS, share(answer, shared), shared, List.of(), null, List.of()));
		}
	}

	private void addText(Answer answer, List<Reason> reasons) throws IOException {
		if (answer.scored().text() > 0) {
			TermCounts pairs = this.index.pairs(answer.scored().doc(), answer.traits().primaryLanguage());
			reasons.add(new Reason(Kind.SIMILAR_TEXT, answer.scored().text(), List.of(), List.of(), null,
					this.phrases.shared(answer.traits().stems(), pairs)));
		}
	}

	private void addAuthors(Answer answer, List<Reason> reasons) {
		List<NodeId> shared = this.asked.authors().stream().filter(answer.traits().authors()::contains).toList();
		if (!shared.isEmpty()) {
			reasons.add(new Reason(Kind.SAME_AUTHOR, share(answer, shared), List.of(), shared, null, List.of()));
		}
	}

	private void addSection(Answer answer, List<Reason> reasons) {
		NodeId section = this.asked.section();
		if (section != null && section.equals(answer.traits().section())) {
			reasons.add(new Reason(Kind.SAME_SECTION, share(answer, List.of(section)), List.of(), List.of(), section,
					List.of()));
		}
	}

	private static double share(Answer answer, List<NodeId> facts) {
		Scored scored = answer.scored();
		return facts.stream().mapToDouble((fact) -> scored.factor() * weight(scored.question().facts(), fact)).sum();
	}

	private static double weight(Weights facts, NodeId fact) {
		return facts.of(TermCounts.hash(fact.value()));
	}

}
