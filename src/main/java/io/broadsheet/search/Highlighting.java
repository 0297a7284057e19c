package io.broadsheet.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleBody;
import io.broadsheet.graph.Site;
import io.broadsheet.search.MarkedText.Mark;
import io.broadsheet.search.SearchTerms.Weighted;

/**
 * Marks what a search looked for in an article: in its headline and brief, and in the
 * sentences of its body that have most of it.
 *
 * @param terms what was searched for
 * @param site the site on which bodies appear
 */
record Highlighting(SearchTerms terms, Site site) {

	private static final int BODY_PASSAGES = 2;

	List<Highlight> of(Article article) {
		Marker marker = new Marker(this.terms, LanguageAnalysis.of(article.language()));
		List<Highlight> highlights = new ArrayList<>();
		addWhole(highlights, "headline", article.headline(), marker);
		addWhole(highlights, "brief", article.brief() != null ? article.brief() : "", marker);
		String body = ArticleBody.of(article.markdown(), this.site).text();
		bestPassages(body, marker.marks(body), Locale.forLanguageTag(article.language()))
			.forEach((passage) -> highlights.add(new Highlight("body", passage.html())));
		return highlights;
	}

	private static void addWhole(List<Highlight> highlights, String field, String text, Marker marker) {
		List<Mark> marks = marker.marks(text);
		if (!marks.isEmpty()) {
			highlights.add(new Highlight(field, MarkedText.whole(text, marks).html()));
		}
	}

	private static List<MarkedText> bestPassages(String text, List<Mark> marks, Locale language) {
		if (marks.isEmpty()) {
			return List.of();
		}
		List<MarkedText> passages = new ArrayList<>();
		BreakIterator sentences = BreakIterator.getSentenceInstance(language);
		sentences.setText(text);
		int start = sentences.first();
		for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
			MarkedText passage = MarkedText.of(text, start, end, marks);
			if (!passage.marks().isEmpty()) {
				passages.add(passage);
			}
		}
		return passages.stream()
			.sorted(Comparator.comparingInt(MarkedText::distinctWords).reversed())
			.limit(BODY_PASSAGES)
			.sorted(Comparator.comparingInt(MarkedText::start))
			.toList();
	}

	/** Finds a search's words in texts of one language. */
	private static final class Marker {

		private final Set<String> terms = new HashSet<>();

		private final List<List<String>> sequences = new ArrayList<>();

		private final LanguageAnalysis language;

		Marker(SearchTerms search, LanguageAnalysis language) {
			this.language = language;
			search.wanted().forEach(this::add);
		}

		private void add(Weighted word) {
			WordForms forms = word.word().forms();
			this.terms.addAll(forms.spellings());
			this.terms.addAll(forms.stems());
			this.terms.addAll(word.near().words());
			this.sequences.addAll(forms.sequences());
		}

		List<Mark> marks(String text) {
			List<QueryAnalysis.Token> tokens = QueryAnalysis.tokens(this.language, text);
			boolean[] marked = new boolean[tokens.size()];
			for (int at = 0; at < marked.length; at++) {
				QueryAnalysis.Token token = tokens.get(at);
				marked[at] |= this.terms.contains(token.spelling())
						|| token.stems().stream().anyMatch(this.terms::contains);
				markSequences(tokens, at, marked);
			}
			List<Mark> marks = new ArrayList<>();
			for (int at = 0; at < marked.length; at++) {
				if (marked[at]) {
					marks.add(new Mark(tokens.get(at).start(), tokens.get(at).end()));
				}
			}
			return marks;
		}

		private void markSequences(List<QueryAnalysis.Token> tokens, int at, boolean[] marked) {
			for (List<String> sequence : this.sequences) {
				if (isAt(sequence, tokens, at)) {
					Arrays.fill(marked, at, at + sequence.size(), true);
				}
			}
		}

		private static boolean isAt(List<String> sequence, List<QueryAnalysis.Token> tokens, int at) {
			if (at + sequence.size() > tokens.size()) {
				return false;
			}
			for (int n = 0; n < sequence.size(); n++) {
				if (!tokens.get(at + n).spelling().equals(sequence.get(n))) {
					return false;
				}
			}
			return true;
		}

	}

}
