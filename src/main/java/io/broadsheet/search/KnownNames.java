package io.broadsheet.search;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

import io.broadsheet.author.Authors;
import io.broadsheet.topic.Topics;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The {@link Names} as they are now, kept until a name or the languages change. */
@Component
class KnownNames {

	private final ArticleIndex index;

	private final Topics topics;

	private final Authors authors;

	private volatile @Nullable Names names;

	KnownNames(ArticleIndex index, Topics topics, Authors authors) {
		this.index = index;
		this.topics = topics;
		this.authors = authors;
	}

	/** What is known of names and languages, until either changes. */
	@SuppressWarnings("ReferenceEquality") // Both give the same list until it changes.
	Names now() {
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
		return this.index.remember(FieldNames.ANALYSIS, "languages", KnownNames::languages);
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

}
