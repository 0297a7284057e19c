package io.broadsheet.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.broadsheet.author.Authors;
import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.NodeId;
import io.broadsheet.search.QueryWords.Word;
import io.broadsheet.search.SearchTerms.Weighted;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topics;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what searches find from the index. */
@Component
class SearchReader {

	private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
			new SortField(FieldNames.ID, SortField.Type.STRING));

	/** Who pastes a paragraph does not want what it may be a slip of. */
	private static final int MOST_WORDS_WITH_SLIPS = 12;

	private final ArticleIndex index;

	private final Vocabulary vocabulary;

	private final Sections sections;

	private final Topics topics;

	private final Authors authors;

	private final Clock clock;

	private volatile @Nullable Names names;

	SearchReader(ArticleIndex index, Sections sections, Topics topics, Authors authors, Clock clock) {
		this.index = index;
		this.vocabulary = new Vocabulary(index);
		this.sections = sections;
		this.topics = topics;
		this.authors = authors;
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

	/**
	 * What comes after a place, at most so many.
	 * @param search the search
	 * @param after the place, or null for the beginning
	 * @param size how many
	 */
	List<Rank> page(Search search, @Nullable Rank after, int size) {
		List<Rank> page = new ArrayList<>();
		if (after == null || after.asTyped()) {
			page.addAll(find(search.queries().asTyped(), true, after, size));
		}
		if (page.size() < size) {
			Rank from = (after != null && !after.asTyped()) ? after : null;
			page.addAll(find(search.queries().others(), false, from, size - page.size()));
		}
		return page;
	}

	/** Whether anything stands at a place or before it. */
	boolean anythingUpTo(Search search, Rank place) {
		List<Rank> first = page(search, null, 1);
		return !first.isEmpty() && first.getFirst().compareTo(place) <= 0;
	}

	/** How many articles are found. */
	int count(Search search) {
		return count(search.queries().all());
	}

	/** How many articles have all words as they were typed. */
	int countAsTyped(Search search) {
		return count(search.queries().allAsTyped());
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
		return word.near()
			.stream()
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

	private int count(Query query) {
		return this.index.remember(query, "count", (searcher) -> searcher.count(query));
	}

	private List<Rank> find(Query query, boolean asTyped, @Nullable Rank after, int size) {
		if (size == 0) {
			return List.of();
		}
		FieldDoc start = (after != null) ? after.toFieldDoc() : null;
		return this.index.read((searcher) -> {
			ScoreDoc[] found = searcher.search(query,
					new TopFieldCollectorManager(BEST_FIRST, size, start, 1)).scoreDocs;
			return Arrays.stream(found).map((one) -> Rank.of(asTyped, (FieldDoc) one)).toList();
		});
	}

	private Search search(SearchText text, ArticleFilter filter, int day, Function<Weighted, Float> weigh) {
		Names known = names();
		QueryWords words = known.analysis().words(text);
		boolean slips = words.words().size() <= MOST_WORDS_WITH_SLIPS;
		Function<Word, Weighted> resolve = (word) -> {
			Weighted matched = slips ? withSlips(word, known.words()) : matched(word, known.words());
			return matched.weighing(weigh.apply(matched));
		};
		SearchTerms terms = new SearchTerms(words.words().stream().map(resolve).toList(),
				words.fillers().stream().map(resolve).toList(), words.phrases().stream().map(resolve).toList(),
				words.unwanted().stream().map((word) -> matched(word, known.words())).toList());
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
		filter.addTo(query, this.sections);
		return new Search(text, filter, terms, new SearchQueries(terms, query.build(), Search.millis(day)), day);
	}

	private Weighted matched(Word word, NameWords nameWords) {
		WordForms forms = word.forms();
		List<NodeId> names = new ArrayList<>(nameWords.with(forms.spellings()));
		if (!word.part().phrase()) {
			names.addAll(nameWords.with(forms.stems()));
		}
		forms.sequences().forEach((sequence) -> names.addAll(nameWords.withSequence(sequence)));
		return new Weighted(word, values(names), Set.of(), Set.of(), 1);
	}

	private Weighted withSlips(Word word, NameWords nameWords) {
		Weighted matched = matched(word, nameWords);
		if (word.part().phrase() || word.forms().spellings().isEmpty()) {
			return matched;
		}
		String spelling = word.forms().spellings().iterator().next();
		Set<String> near = this.vocabulary.near(spelling, 1).keySet();
		Collection<NodeId> nearNames = nameWords.with(Vocabulary.nearNames(spelling, nameWords));
		return new Weighted(word, matched.names(), near, values(nearNames), 1);
	}

	private static Collection<String> values(Collection<NodeId> ids) {
		return ids.stream().map(NodeId::value).distinct().toList();
	}

	/** What is known of names and languages, until either changes. */
	@SuppressWarnings("ReferenceEquality") // Both give the same list until it changes.
	Names names() {
		Set<LanguageAnalysis> languages = languages();
		Names known = this.names;
		if (known == null || known.topics() != this.topics.all() || known.authors() != this.authors.all()
				|| !known.languages().equals(languages)) {
			known = Names.of(this.topics.all(), this.authors.all(), languages);
			this.names = known;
		}
		return known;
	}

	private Set<LanguageAnalysis> languages() {
		return this.index.remember(FieldNames.ANALYSIS, "languages", SearchReader::languages);
	}

	private static Set<LanguageAnalysis> languages(IndexSearcher searcher) throws IOException {
		Set<LanguageAnalysis> languages = EnumSet.noneOf(LanguageAnalysis.class);
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			Terms terms = leaf.reader().terms(FieldNames.ANALYSIS);
			if (terms != null) {
				TermsEnum codes = terms.iterator();
				for (BytesRef code = codes.next(); code != null; code = codes.next()) {
					languages.add(LanguageAnalysis.of(code.utf8ToString()));
				}
			}
		}
		return languages;
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
