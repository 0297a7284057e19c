package io.broadsheet.search;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.QueryWords.Word;
import io.broadsheet.search.SearchTerms.Near;
import io.broadsheet.search.SearchTerms.Weighted;
import io.broadsheet.section.Sections;
import org.apache.lucene.search.Query;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes a {@link Search} of what was typed: finds out what its words match and say. */
@Component
class Searches {

	/** Who pastes a paragraph does not want what it may be a slip of. */
	private static final int MOST_WORDS_WITH_SLIPS = 12;

	/**
	 * In so many articles the words are that a word can be a slip of; of the most
	 * frequent beyond that, only those in headlines matter.
	 */
	private static final int MOST_ARTICLES_NEAR = 20_000;

	private final ArticleIndex index;

	private final Vocabulary vocabulary;

	private final KnownNames names;

	private final Sections sections;

	private final Clock clock;

	Searches(ArticleIndex index, KnownNames names, Sections sections, Clock clock) {
		this.index = index;
		this.vocabulary = new Vocabulary(index);
		this.names = names;
		this.sections = sections;
		this.clock = clock;
	}

	/** A search whose first page is asked for. */
	Search begin(SearchText text, ArticleFilter filter) {
		int day = (int) LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toEpochDay();
		int articles = this.vocabulary.articles();
		return search(text, filter, day, (word) -> Weights.of(frequency(word), articles));
	}

	/**
	 * A search that goes on from a cursor, and where that is.
	 * @throws io.broadsheet.graph.Problem.BadUserInput if the cursor is none of this
	 * search
	 */
	Continued goOn(SearchText text, ArticleFilter filter, String cursor) {
		ByteBuffer bytes = ByteBuffer.wrap(Cursor.read(Search.name(text, filter), cursor, "after"));
		int day = bytes.getInt();
		byte[] weights = new byte[bytes.getShort()];
		bytes.get(weights);
		Rank rank = Rank.read(bytes);
		int[] next = new int[1];
		Function<Weighted, Float> weigh = (word) -> Weights.ofByte(weights[Math.min(next[0]++, weights.length - 1)]);
		return new Continued(search(text, filter, day, weigh), rank);
	}

	Vocabulary vocabulary() {
		return this.vocabulary;
	}

	/** In how many articles a word or a name with it is. */
	int frequency(Weighted word) {
		int inText = this.vocabulary.frequency(word.word().forms());
		int inNames = articlesNamed(word.names());
		if (inText + inNames > 0) {
			return Math.max(inText, inNames);
		}
		return Stream.concat(word.near().words().stream(), word.near().inHeadline().stream())
			.mapToInt((near) -> this.vocabulary.frequency(new WordForms(Set.of(near), Set.of(), Set.of())))
			.max()
			.orElse(0);
	}

	private int articlesNamed(Collection<String> ids) {
		return this.index.read((searcher) -> {
			int articles = 0;
			for (String id : ids) {
				articles += searcher.getIndexReader().docFreq(Names.term(id));
			}
			return articles;
		});
	}

	private Search search(SearchText text, ArticleFilter filter, int day, Function<Weighted, Float> weigh) {
		Names known = this.names.now();
		QueryWords words = known.analysis().words(text);
		boolean slips = words.words().size() <= MOST_WORDS_WITH_SLIPS;
		boolean several = words.words().size() > SearchQueries.ALL_NEEDED;
		Function<Word, Weighted> resolve = (word) -> {
			Weighted matched = slips ? withSlips(word, several, known.words()) : matched(word, known.words());
			return matched.weighing(weigh.apply(matched));
		};
		SearchTerms terms = new SearchTerms(words.words().stream().map(resolve).toList(),
				words.fillers().stream().map(resolve).toList(), words.phrases().stream().map(resolve).toList(),
				words.unwanted().stream().map((word) -> matched(word, known.words())).toList());
		Query wanted = filter.equals(ArticleFilter.ALL) ? null : filter.query(this.sections);
		return new Search(text, filter, terms, new SearchQueries(terms, wanted, Search.millis(day)), day);
	}

	private Weighted matched(Word word, NameWords nameWords) {
		WordForms forms = word.forms();
		List<NodeId> names = new ArrayList<>(nameWords.with(forms.spellings()));
		if (!word.part().phrase()) {
			names.addAll(nameWords.with(forms.stems()));
		}
		forms.sequences().forEach((sequence) -> names.addAll(nameWords.withSequence(sequence)));
		return new Weighted(word, values(names));
	}

	/**
	 * One of several words that is in many articles as it was typed is taken for no slip,
	 * since whoever typed it wrongly still finds those that have all others.
	 */
	private Weighted withSlips(Word word, boolean several, NameWords nameWords) {
		Weighted matched = matched(word, nameWords);
		if (word.part().phrase() || word.forms().spellings().isEmpty()) {
			return matched;
		}
		String spelling = word.forms().spellings().iterator().next();
		return new Weighted(word, matched.names(), SingletonSupplier
			.of(() -> (several && frequency(matched) >= SearchPasses.MANY) ? Near.NOTHING : near(spelling, nameWords)),
				1);
	}

	private Near near(String spelling, NameWords nameWords) {
		Set<String> near = new LinkedHashSet<>();
		Set<String> nearInHeadline = new LinkedHashSet<>();
		int articles = 0;
		for (Map.Entry<String, Integer> other : rarestFirst(this.vocabulary.near(spelling, 1))) {
			articles += other.getValue();
			((articles <= MOST_ARTICLES_NEAR) ? near : nearInHeadline).add(other.getKey());
		}
		return new Near(near, nearInHeadline, values(nameWords.with(Vocabulary.nearNames(spelling, nameWords))));
	}

	private static List<Map.Entry<String, Integer>> rarestFirst(Map<String, Integer> words) {
		return words.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.toList();
	}

	private static Collection<String> values(Collection<NodeId> ids) {
		return ids.stream().map(NodeId::value).distinct().toList();
	}

	/**
	 * A search that goes on.
	 *
	 * @param search the search
	 * @param after where it goes on from
	 */
	record Continued(Search search, Rank after) {
	}

}
