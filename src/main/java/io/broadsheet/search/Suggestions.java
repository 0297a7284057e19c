package io.broadsheet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;

import org.springframework.stereotype.Component;

/**
 * What somebody may be about to type: topics and authors by the number of their articles,
 * those whose names begin so before those with a later word that does, and headlines, the
 * newest first.
 */
@Component
class Suggestions {

	private final ArticleIndex index;

	private final Topics topics;

	private final Authors authors;

	private volatile Known known = new Known(List.of(), List.of(), List.of());

	Suggestions(ArticleIndex index, Topics topics, Authors authors) {
		this.index = index;
		this.topics = topics;
		this.authors = authors;
	}

	/**
	 * The likeliest suggestions.
	 * @param prefix what was typed
	 * @param size how many
	 * @return ids of articles, and topics and authors
	 */
	List<Object> of(String prefix, int size) {
		List<String> words = words(prefix);
		if (words.isEmpty() || size == 0) {
			return List.of();
		}
		List<Object> named = named(words);
		List<NodeId> headlines = headlines(words, size);
		int namedFirst = Math.min(named.size(), Math.max((size + 1) / 2, size - headlines.size()));
		List<Object> suggestions = new ArrayList<>(named.subList(0, namedFirst));
		suggestions.addAll(headlines.subList(0, Math.min(headlines.size(), size - namedFirst)));
		return suggestions;
	}

	private List<Object> named(List<String> words) {
		return this.index.read((searcher) -> {
			List<Ranked> ranked = new ArrayList<>();
			for (Name name : names()) {
				int place = name.place(words);
				if (place >= 0) {
					ranked.add(new Ranked(name, place == 0, searcher.getIndexReader().docFreq(Names.term(name.id()))));
				}
			}
			Set<Object> distinct = new LinkedHashSet<>();
			ranked.stream().sorted(Ranked.LIKELIEST_FIRST).forEach((one) -> distinct.add(one.name().value()));
			return List.copyOf(distinct);
		});
	}

	private List<NodeId> headlines(List<String> words, int size) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		words.subList(0, words.size() - 1)
			.forEach((word) -> query.add(new TermQuery(new Term(FieldNames.HEADLINE, word)), Occur.FILTER));
		String last = words.getLast();
		int length = last.codePointCount(0, last.length());
		String start = last.substring(0, last.offsetByCodePoints(0, Math.min(length, WordStarts.LONGEST)));
		query.add(new TermQuery(new Term(FieldNames.HEADLINE_STARTS, start)), Occur.FILTER);
		if (length > WordStarts.LONGEST) {
			query.add(new PrefixQuery(new Term(FieldNames.HEADLINE, last)), Occur.FILTER);
		}
		return this.index.read((searcher) -> {
			ScoreDoc[] found = searcher.search(query.build(),
					new TopFieldCollectorManager(OpenIndex.NEWEST_FIRST, size, null, 1)).scoreDocs;
			List<NodeId> ids = new ArrayList<>(found.length);
			for (ScoreDoc one : found) {
				ids.add(Position.of((FieldDoc) one).id());
			}
			return ids;
		});
	}

	@SuppressWarnings("ReferenceEquality") // Both give the same list until it changes.
	private List<Name> names() {
		Known current = this.known;
		if (current.topics() != this.topics.all() || current.authors() != this.authors.all()) {
			current = Known.of(this.topics.all(), this.authors.all());
			this.known = current;
		}
		return current.names();
	}

	private static List<String> words(String text) {
		return QueryAnalysis.tokens(LanguageAnalysis.OTHER, text).stream().map(QueryAnalysis.Token::spelling).toList();
	}

	/**
	 * A name of something.
	 *
	 * @param id its id
	 * @param value the topic or author
	 * @param words the name's words, folded
	 */
	private record Name(String id, Object value, List<String> words) {

		/**
		 * At which word the typed words begin, the last of them being unfinished, or -1.
		 */
		int place(List<String> typed) {
			for (int place = 0; place + typed.size() <= this.words.size(); place++) {
				if (isAt(place, typed)) {
					return place;
				}
			}
			return -1;
		}

		private boolean isAt(int place, List<String> typed) {
			int last = typed.size() - 1;
			return this.words.subList(place, place + last).equals(typed.subList(0, last))
					&& this.words.get(place + last).startsWith(typed.get(last));
		}

	}

	private record Known(List<Topic> topics, List<Author> authors, List<Name> names) {

		static Known of(List<Topic> topics, List<Author> authors) {
			List<Name> names = new ArrayList<>();
			for (Topic topic : topics) {
				names.add(new Name(topic.id().value(), topic, words(topic.name())));
				topic.aliases().forEach((alias) -> names.add(new Name(topic.id().value(), topic, words(alias))));
			}
			authors.forEach((author) -> names.add(new Name(author.id().value(), author, words(author.name()))));
			return new Known(topics, authors, names);
		}

	}

	private record Ranked(Name name, boolean fromStart, int articles) {

		static final Comparator<Ranked> LIKELIEST_FIRST = Comparator.comparing(Ranked::fromStart)
			.thenComparingInt(Ranked::articles)
			.reversed()
			.thenComparing((ranked) -> ranked.name().id());

	}

}
