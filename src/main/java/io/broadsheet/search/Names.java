package io.broadsheet.search;

import java.util.List;
import java.util.Set;

import io.broadsheet.author.Author;
import io.broadsheet.topic.Topic;
import org.apache.lucene.index.Term;

/**
 * The names of topics and authors, analyzed in the languages that articles are written
 * in.
 *
 * @param topics the topics
 * @param authors the authors
 * @param languages the languages
 * @param analysis how texts are analyzed in them
 * @param words the names' words
 */
record Names(List<Topic> topics, List<Author> authors, Set<LanguageAnalysis> languages, QueryAnalysis analysis,
		NameWords words) {

	static Names of(List<Topic> topics, List<Author> authors, Set<LanguageAnalysis> languages) {
		QueryAnalysis analysis = new QueryAnalysis(languages);
		return new Names(topics, authors, languages, analysis, new NameWords(topics, authors, analysis));
	}

	/** The term of the articles about a topic, or by an author. */
	static Term term(String id) {
		return new Term((id.charAt(0) == Author.KIND) ? FieldNames.AUTHOR : FieldNames.TOPIC, id);
	}

}
