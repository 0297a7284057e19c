package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Ranks what stands beside articles, by one state of the index. */
final class Ranking {

	/** How many stories are ever shown beside one. */
	static final int MOST = 20;

	private static final Formula FORMULA = Formula.STANDARD;

	private final IndexReader reader;

	private final TraitsIndex index;

	private final Candidates candidates;

	private final Scoring scoring;

	private final Function<NodeId, Set<NodeId>> branches;

	/**
	 * @param reader the state of the index
	 * @param settings what the newsroom decides
	 * @param branches tells a section with all that is within it
	 */
	Ranking(IndexReader reader, RelatedSettings settings, Function<NodeId, Set<NodeId>> branches) {
		this.reader = reader;
		this.index = new TraitsIndex(reader);
		this.candidates = new Candidates(reader);
		this.scoring = new Scoring(this.index, settings);
		this.branches = branches;
	}

	/**
	 * What stands beside an article.
	 * @param id the article
	 * @param wanted which stories are wanted
	 * @return them; nothing if the index does not have the article
	 */
	Related related(NodeId id, Wanted wanted) throws IOException {
		int doc = this.index.find(id);
		if (doc == TraitsIndex.NONE) {
			return Related.NOTHING;
		}
		Traits asked = this.index.traits(doc).traits();
		Candidates.Filter filter = filter(asked, wanted);
		Question own = new Question.Builder(this.reader, asked, asked.primaryLanguage()).build();
		Selection selection = new Selection(asked, picks(own, filter), MOST);
		for (String language : languages(asked, wanted)) {
			Question question = language.equals(asked.primaryLanguage()) ? own
					: new Question.Builder(this.reader, asked, language).build();
			selection.add(score(question, doc, filter, selection), this.index);
		}
		Reasoning reasoning = new Reasoning(asked, new Phrases(asked.primaryLanguage(), this.index.text(doc)));
		return new Related(asked.language(), selection.chosen().stream().limit(MOST).map(reasoning::explain).toList());
	}

	/**
	 * The articles that an article is compared with closely, and so may stand beside.
	 * @param id the article
	 * @return them; none if the index does not have the article
	 */
	List<NodeId> near(NodeId id) throws IOException {
		int doc = this.index.find(id);
		List<NodeId> near = new ArrayList<>();
		if (doc != TraitsIndex.NONE) {
			Traits asked = this.index.traits(doc).traits();
			Question question = new Question.Builder(this.reader, asked, asked.primaryLanguage()).build();
			for (int other : this.candidates.find(question, FORMULA.candidates(), filter(asked, Wanted.ANY))) {
				near.add(this.index.traits(other).traits().id());
			}
		}
		return near;
	}

	private List<Scored> score(Question question, int doc, Candidates.Filter filter, Selection selection)
			throws IOException {
		int[] found = this.candidates.find(question, FORMULA.candidates() + 1, filter);
		Set<Integer> picked = selection.chosen()
			.stream()
			.filter(Answer::pick)
			.map((answer) -> answer.scored().doc())
			.collect(Collectors.toSet());
		int[] others = Arrays.stream(found).filter((each) -> each != doc && !picked.contains(each)).toArray();
		return this.scoring.score(question, others);
	}

	private List<Answer> picks(Question question, Candidates.Filter filter) throws IOException {
		List<Answer> picks = new ArrayList<>();
		for (NodeId id : question.asked().picks()) {
			int doc = this.index.find(id);
			if (doc != TraitsIndex.NONE && !id.equals(question.asked().id()) && isEligible(doc, filter)) {
				Scored scored = this.scoring.score(question, new int[] { doc })
					.stream()
					.findFirst()
					.orElse(new Scored(doc, 0, 0, 0, question));
				picks.add(new Answer(scored, this.index.traits(doc).traits(), true));
			}
		}
		return picks;
	}

	private boolean isEligible(int doc, Candidates.Filter filter) throws IOException {
		LeafReaderContext leaf = this.reader.leaves().get(ReaderUtil.subIndex(doc, this.reader.leaves()));
		return filter.in(leaf).test(doc - leaf.docBase);
	}

	/** The languages to look in, the article's own first. */
	private static Set<String> languages(Traits asked, Wanted wanted) {
		if (wanted.languages().isEmpty()) {
			return Set.of(asked.primaryLanguage());
		}
		return wanted.languages()
			.stream()
			.map(Traits::primary)
			.sorted(Comparator.comparing((String language) -> !language.equals(asked.primaryLanguage())))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Candidates.Filter filter(Traits asked, Wanted wanted) {
		Set<BytesRef> inSections = wanted.sameSection() ? branch(asked.section()) : null;
		return (leaf) -> new Eligibility(wanted, inSections, leaf.reader());
	}

	private Set<BytesRef> branch(@Nullable NodeId section) {
		if (section == null) {
			return Set.of();
		}
		Set<BytesRef> branch = this.branches.apply(section)
			.stream()
			.map((id) -> new BytesRef(id.value()))
			.collect(Collectors.toSet());
		branch.add(new BytesRef(section.value()));
		return branch;
	}

}
