package io.broadsheet.related;

import java.io.IOException;
import java.util.ArrayList;
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

	private final Lexicon lexicon;

	private final Candidates candidates;

	private final Scoring scoring;

	private final Function<NodeId, Set<NodeId>> branches;

	/**
	 * @param reader the state of the index
	 * @param segments knows what the index does not tell of its segments
	 * @param settings what the newsroom decides
	 * @param branches tells a section with all that is within it
	 */
	Ranking(IndexReader reader, Segments segments, RelatedSettings settings, Function<NodeId, Set<NodeId>> branches) {
		this.reader = reader;
		PairsIndex pairs = new PairsIndex(reader);
		this.index = new TraitsIndex(reader, pairs);
		this.lexicon = new Lexicon(reader, pairs, segments);
		this.candidates = new Candidates(reader);
		this.scoring = new Scoring(this.index, settings);
		this.branches = branches;
	}

	/**
	 * What stands beside an article.
	 * @param id the article
	 * @param wanted which stories are wanted
	 * @param most how many at most
	 * @return them; nothing if the index does not have the article
	 */
	Related related(NodeId id, Wanted wanted, int most) throws IOException {
		int doc = this.index.find(id);
		if (doc == TraitsIndex.NONE) {
			return Related.NOTHING;
		}
		return related(new Asked(doc, this.index.subject(doc), this.lexicon), wanted, most);
	}

	/**
	 * What would stand beside an article if it were published now.
	 * @param article the article
	 * @param wanted which stories are wanted
	 * @param most how many at most
	 */
	Related preview(Subject article, Wanted wanted, int most) throws IOException {
		int doc = this.index.find(article.traits().id());
		Subject published = (doc != TraitsIndex.NONE) ? this.index.subject(doc) : null;
		return related(new Asked(doc, article, this.lexicon.with(published, article)), wanted, most);
	}

	/** Only what is wanted is explained, since that costs; the order is the same. */
	private Related related(Asked asked, Wanted wanted, int most) throws IOException {
		Traits traits = asked.subject().traits();
		Candidates.Filter filter = filter(asked, wanted);
		Question own = question(asked, traits.primaryLanguage());
		Selection selection = new Selection(traits, picks(own, filter), MOST);
		for (String language : languages(traits, wanted)) {
			Question question = language.equals(traits.primaryLanguage()) ? own : question(asked, language);
			selection.add(score(question, filter, selection), this.index);
		}
		Reasoning reasoning = new Reasoning(traits, new Phrases(own), this.index);
		List<Related.Story> stories = new ArrayList<>();
		List<Answer> chosen = selection.chosen().subList(0, Math.min(MOST, selection.chosen().size()));
		for (Answer answer : chosen.subList(0, Math.min(most, chosen.size()))) {
			stories.add(reasoning.explain(answer));
		}
		List<NodeId> next = chosen.stream().skip(most).map((answer) -> answer.traits().id()).toList();
		return new Related(traits.language(), List.copyOf(stories), next);
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
			Asked asked = new Asked(doc, this.index.subject(doc), this.lexicon);
			Question question = question(asked, asked.subject().traits().primaryLanguage());
			for (Candidates.Candidate other : this.candidates.find(question, FORMULA.candidates(),
					filter(asked, Wanted.ANY))) {
				near.add(this.index.traits(other.doc()).traits().id());
			}
		}
		return near;
	}

	private static Question question(Asked asked, String language) throws IOException {
		return new Asking(asked.lexicon(), asked.subject(), language).question();
	}

	private List<Scored> score(Question question, Candidates.Filter filter, Selection selection) throws IOException {
		List<Candidates.Candidate> found = this.candidates.find(question, FORMULA.candidates(), filter);
		Set<Integer> picked = selection.chosen()
			.stream()
			.filter(Answer::pick)
			.map((answer) -> answer.scored().doc())
			.collect(Collectors.toSet());
		return this.scoring.score(question, found.stream().filter((each) -> !picked.contains(each.doc())).toList());
	}

	private List<Answer> picks(Question question, Candidates.Filter filter) throws IOException {
		List<Answer> picks = new ArrayList<>();
		for (NodeId id : question.asked().traits().picks()) {
			int doc = this.index.find(id);
			if (doc != TraitsIndex.NONE && isEligible(doc, filter)) {
				Traits traits = this.index.traits(doc).traits();
				double pairs = question.pairs()
					.match(this.index.pairs(doc, traits.primaryLanguage()), traits.lengths(), FORMULA.pairs());
				Scored scored = this.scoring.score(question, List.of(new Candidates.Candidate(doc, (float) pairs)))
					.stream()
					.findFirst()
					.orElse(new Scored(doc, 0, 0, 0, 0, 0, question));
				picks.add(new Answer(scored, traits, new Likeness(traits), true));
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

	private Candidates.Filter filter(Asked asked, Wanted wanted) {
		Set<BytesRef> inSections = wanted.sameSection() ? branch(asked.subject().traits().section()) : null;
		return (leaf) -> new Eligibility(wanted, inSections, asked.doc() - leaf.docBase, leaf.reader());
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

	/**
	 * The article that is asked about.
	 *
	 * @param doc its published version's document, which does not stand beside it
	 * @param subject what the ranking knows of it
	 * @param lexicon what is known of terms when it is published
	 */
	private record Asked(int doc, Subject subject, Lexicon lexicon) {
	}

}
