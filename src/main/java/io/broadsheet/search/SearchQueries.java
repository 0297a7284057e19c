package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.broadsheet.author.Author;
import io.broadsheet.search.SearchTerms.Weighted;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What the index is asked for a search. The articles that have every word as it was typed
 * come first, behind them those that lack one of several words or have one that it can be
 * a slip of.
 *
 * @param terms what is searched for
 * @param filter what else must hold
 * @param now the moment from which on articles are old
 */
record SearchQueries(SearchTerms terms, Query filter, long now) {

	/** A mention in the headline outdoes any in the brief, and so on. */
	private static final Map<String, Float> FIELD_WEIGHTS = Map.of(FieldNames.HEADLINE, 8F, FieldNames.BRIEF, 3F,
			FieldNames.BODY, 0.7F);

	private static final float NAME_WEIGHT = 1;

	/** More than all that is said about a word that can be a slip of another. */
	private static final float AS_TYPED_WEIGHT = 0.5F;

	private static final float NEAR_IN_HEADLINE_WEIGHT = 0.45F;

	private static final float NEAR_IN_NAME_WEIGHT = 0.35F;

	private static final float NEAR_WEIGHT = 0.25F;

	/** How much the other fields count beside the best one. */
	private static final float OTHER_FIELDS = 0.1F;

	private static final float STEM_WEIGHT = 0.9F;

	/**
	 * What the newest article has over one from ever ago, as a share of the words'
	 * weight.
	 */
	private static final float RECENCY_WEIGHT = 0.2F;

	/** An article as old as this has half of that. */
	private static final long HALF_RECENT = 180L * 24 * 60 * 60 * 1000;

	private static final float FEWER_WORDS = 0.7F;

	/** Articles that have all words as they were typed, scored. */
	Query asTyped() {
		BooleanQuery.Builder query = scored();
		this.terms.words().forEach((word) -> query.add(asTyped(word), Occur.MUST));
		this.terms.fillers().forEach((word) -> query.add(asTyped(word), Occur.SHOULD));
		return query.build();
	}

	/** The other articles that may be meant, scored. */
	Query others() {
		if (this.terms.words().isEmpty()) {
			return new MatchNoDocsQuery("There are no words to be taken for slips");
		}
		BooleanQuery.Builder query = scored();
		query.add(enough(), Occur.MUST);
		this.terms.fillers().forEach((word) -> query.add(asTyped(word), Occur.SHOULD));
		BooleanQuery.Builder already = new BooleanQuery.Builder();
		this.terms.words().forEach((word) -> already.add(asTyped(word), Occur.FILTER));
		query.add(already.build(), Occur.MUST_NOT);
		return query.build();
	}

	/** All of them, for totals and facets. */
	Query all() {
		BooleanQuery.Builder query = base();
		if (!this.terms.words().isEmpty()) {
			query.add(enough(), Occur.FILTER);
		}
		return query.build();
	}

	/** Those that have all words as they were typed, for totals. */
	Query allAsTyped() {
		BooleanQuery.Builder query = base();
		this.terms.words().forEach((word) -> query.add(asTyped(word), Occur.FILTER));
		return query.build();
	}

	private BooleanQuery.Builder scored() {
		BooleanQuery.Builder query = base();
		this.terms.phrases().forEach((phrase) -> query.add(asTyped(phrase), Occur.SHOULD));
		float recency = RECENCY_WEIGHT * Math.max(this.terms.weight(), 1);
		query.add(LongField.newDistanceFeatureQuery(FieldNames.PUBLISHED_AT, recency, this.now, HALF_RECENT),
				Occur.SHOULD);
		return query;
	}

	private BooleanQuery.Builder base() {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(this.filter, Occur.FILTER);
		if (this.terms.weight() == 0 && this.terms.unwanted().isEmpty()) {
			query.add(new MatchNoDocsQuery("There is nothing to search for"), Occur.FILTER);
		}
		this.terms.phrases().forEach((phrase) -> query.add(asTyped(phrase), Occur.FILTER));
		this.terms.unwanted().forEach((word) -> query.add(asTyped(word), Occur.MUST_NOT));
		return query;
	}

	/** One or two words are insisted on, of more not all. */
	private Query enough() {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		this.terms.words().forEach((word) -> query.add(asTypedOrNear(word), Occur.SHOULD));
		int words = this.terms.words().size();
		int enough = switch (words) {
			case 1, 2 -> words;
			case 3, 4 -> words - 1;
			default -> (int) Math.ceil(FEWER_WORDS * words);
		};
		return query.setMinimumNumberShouldMatch(enough).build();
	}

	private Query asTypedOrNear(Weighted word) {
		Query asTyped = new BooleanQuery.Builder().add(asTyped(word), Occur.MUST)
			.add(constant(MatchAllDocsQuery.INSTANCE, AS_TYPED_WEIGHT * word.weight()), Occur.SHOULD)
			.build();
		if (word.near().isEmpty() && word.nearNames().isEmpty()) {
			return asTyped;
		}
		List<Query> ways = new ArrayList<>();
		ways.add(asTyped);
		Collection<BytesRef> near = word.near().stream().map(BytesRef::new).toList();
		if (!near.isEmpty()) {
			ways.add(constant(new TermInSetQuery(FieldNames.HEADLINE, near), NEAR_IN_HEADLINE_WEIGHT * word.weight()));
			ways.add(constant(new TermInSetQuery(FieldNames.BRIEF, near), NEAR_WEIGHT * word.weight()));
			ways.add(constant(new TermInSetQuery(FieldNames.BODY, near), NEAR_WEIGHT * word.weight()));
		}
		ways.addAll(named(word.nearNames(), NEAR_IN_NAME_WEIGHT * word.weight()));
		return new DisjunctionMaxQuery(ways, 0);
	}

	private static Query asTyped(Weighted word) {
		List<Query> ways = new ArrayList<>();
		FIELD_WEIGHTS.forEach((field, weight) -> ways.addAll(inField(field, word, weight * word.weight())));
		ways.addAll(named(word.names(), NAME_WEIGHT * word.weight()));
		return (ways.size() == 1) ? ways.getFirst() : new DisjunctionMaxQuery(ways, OTHER_FIELDS);
	}

	private static List<Query> inField(String field, Weighted word, float weight) {
		List<Query> ways = new ArrayList<>();
		WordForms forms = word.word().forms();
		if (!forms.spellings().isEmpty()) {
			SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
			forms.spellings().forEach((spelling) -> synonyms.addTerm(new Term(field, spelling)));
			if (!word.word().part().phrase()) {
				forms.stems().forEach((stem) -> synonyms.addTerm(new Term(field, stem), STEM_WEIGHT));
			}
			ways.add(new BoostQuery(synonyms.build(), weight));
		}
		for (List<String> sequence : forms.sequences()) {
			PhraseQuery phrase = new PhraseQuery(field, sequence.toArray(String[]::new));
			ways.add(new BoostQuery(phrase, weight / sequence.size()));
		}
		return ways;
	}

	private static List<Query> named(Collection<String> ids, float weight) {
		List<Query> ways = new ArrayList<>();
		Collection<BytesRef> authors = ofKind(ids, true);
		Collection<BytesRef> topics = ofKind(ids, false);
		if (!authors.isEmpty()) {
			ways.add(constant(new TermInSetQuery(FieldNames.AUTHOR, authors), weight));
		}
		if (!topics.isEmpty()) {
			ways.add(constant(new TermInSetQuery(FieldNames.TOPIC, topics), weight));
		}
		return ways;
	}

	private static Collection<BytesRef> ofKind(Collection<String> ids, boolean authors) {
		return ids.stream().filter((id) -> (id.charAt(0) == Author.KIND) == authors).map(BytesRef::new).toList();
	}

	private static Query constant(Query query, float score) {
		return new BoostQuery(new ConstantScoreQuery(query), score);
	}

}
