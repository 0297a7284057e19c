package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.author.Author;
import io.broadsheet.search.SearchTerms.Weighted;
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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What the index is asked for a search, beside its words.
 *
 * @param terms what is searched for
 * @param filter what else must hold; null if nothing
 * @param now the moment from which on articles are old
 */
record SearchQueries(SearchTerms terms, @Nullable Query filter, long now) {

	/**
	 * What the newest article has over one from ever ago, as a share of the words'
	 * weight.
	 */
	private static final float RECENCY_WEIGHT = 0.2F;

	/** An article as old as this has half of that. */
	private static final long HALF_RECENT = 180L * 24 * 60 * 60 * 1000;

	/** So few words are insisted on. */
	static final int ALL_NEEDED = 2;

	private static final int ONE_MAY_LACK = 4;

	private static final float FEWER_WORDS = 0.7F;

	/** How many of the words an article must have. */
	int enough() {
		int words = this.terms.words().size();
		if (words <= ALL_NEEDED) {
			return words;
		}
		return (words <= ONE_MAY_LACK) ? words - 1 : (int) Math.ceil(FEWER_WORDS * words);
	}

	/** What must hold beside the words; null if nothing. */
	@Nullable Query needed() {
		boolean any = this.filter != null || !this.terms.phrases().isEmpty() || !this.terms.unwanted().isEmpty();
		return (any || this.terms.words().isEmpty()) ? base().build() : null;
	}

	/** What scores articles beside their words, without being needed. */
	List<Query> welcome() {
		return Stream.concat(this.terms.fillers().stream(), this.terms.phrases().stream())
			.map(SearchQueries::asTyped)
			.toList();
	}

	/** Scores articles that have a word as several terms; null if it is always one. */
	static @Nullable Query sequences(Weighted word) {
		List<Query> ways = new ArrayList<>();
		word.word().forms().sequences().forEach((sequence) -> {
			for (TextField field : TextField.values()) {
				ways.add(new BoostQuery(phrase(field, sequence), field.weight() * word.weight() / sequence.size()));
			}
		});
		return ways.isEmpty() ? null : new DisjunctionMaxQuery(ways, 0);
	}

	/** What an article can have for being recent. */
	float mostForRecency() {
		return RECENCY_WEIGHT * Math.max(this.terms.weight(), 1);
	}

	/** What part of that an article has for being as recent as it is. */
	float recency(long publishedAt) {
		return (float) HALF_RECENT / (HALF_RECENT + Math.abs(this.now - publishedAt));
	}

	/**
	 * All articles that are found, for facets.
	 * @param slips whether those are that lack a word, or have one that it can be a slip
	 * of
	 */
	Query all(boolean slips) {
		BooleanQuery.Builder query = base();
		if (!this.terms.words().isEmpty()) {
			BooleanQuery.Builder words = new BooleanQuery.Builder();
			this.terms.words().forEach((word) -> words.add(slips ? havingOrNear(word) : having(word), Occur.SHOULD));
			int enough = slips ? enough() : this.terms.words().size();
			query.add(words.setMinimumNumberShouldMatch(enough).build(), Occur.FILTER);
		}
		return query.build();
	}

	private BooleanQuery.Builder base() {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add((this.filter != null) ? this.filter : MatchAllDocsQuery.INSTANCE, Occur.FILTER);
		if (this.terms.weight() == 0 && this.terms.unwanted().isEmpty()) {
			query.add(new MatchNoDocsQuery("There is nothing to search for"), Occur.FILTER);
		}
		this.terms.phrases().forEach((phrase) -> query.add(having(phrase), Occur.FILTER));
		this.terms.unwanted().forEach((word) -> query.add(having(word), Occur.MUST_NOT));
		return query;
	}

	/** Scores by the form that tells most. */
	private static Query asTyped(Weighted word) {
		List<Query> ways = new ArrayList<>();
		word.word()
			.forms()
			.spellings()
			.forEach((form) -> ways.add(new BoostQuery(new TermQuery(text(form)), word.weight())));
		word.stems()
			.forEach((form) -> ways
				.add(new BoostQuery(new TermQuery(text(form)), WordLookup.STEM_WEIGHT * word.weight())));
		Query sequences = sequences(word);
		if (sequences != null) {
			ways.add(sequences);
		}
		named(word.names()).forEach((name) -> ways
			.add(new BoostQuery(new ConstantScoreQuery(name), WordLookup.NAME_WEIGHT * word.weight())));
		return new DisjunctionMaxQuery(ways, 0);
	}

	private static Query havingOrNear(Weighted word) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(having(word), Occur.SHOULD);
		query.add(anyOf(FieldNames.TEXT, word.near().words()), Occur.SHOULD);
		query.add(anyOf(FieldNames.HEADLINE, word.near().inHeadline()), Occur.SHOULD);
		named(word.near().names()).forEach((way) -> query.add(way, Occur.SHOULD));
		return query.build();
	}

	private static Query having(Weighted word) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(anyOf(FieldNames.TEXT, word.terms()), Occur.SHOULD);
		named(word.names()).forEach((way) -> query.add(way, Occur.SHOULD));
		word.word().forms().sequences().forEach((sequence) -> {
			for (TextField field : TextField.values()) {
				query.add(phrase(field, sequence), Occur.SHOULD);
			}
		});
		return query.build();
	}

	private static Term text(String term) {
		return new Term(FieldNames.TEXT, term);
	}

	private static Query phrase(TextField field, List<String> terms) {
		return new PhraseQuery(field.fieldName(), terms.toArray(String[]::new));
	}

	private static Query anyOf(String field, Collection<String> terms) {
		return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
	}

	private static List<Query> named(Collection<String> ids) {
		List<Query> ways = new ArrayList<>();
		List<String> authors = ids.stream().filter((id) -> id.charAt(0) == Author.KIND).toList();
		List<String> topics = ids.stream().filter((id) -> id.charAt(0) != Author.KIND).toList();
		if (!authors.isEmpty()) {
			ways.add(anyOf(FieldNames.AUTHOR, authors));
		}
		if (!topics.isEmpty()) {
			ways.add(anyOf(FieldNames.TOPIC, topics));
		}
		return ways;
	}

}
