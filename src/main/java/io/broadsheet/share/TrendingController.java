package io.broadsheet.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.graph.Selection;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.share.Trends.Trending;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.trending}. */
@Controller
class TrendingController {

	private static final int DEFAULT_FIRST = 10;

	private static final int MAX_FIRST = 50;

	/** As many as are read at once, so that few reads find the few that a section has. */
	private static final int CHUNK = 200;

	private final Trends trends;

	private final Articles articles;

	private final Sections sections;

	TrendingController(Trends trends, Articles articles, Sections sections) {
		this.trends = trends;
		this.articles = articles;
		this.sections = sections;
	}

	@QueryMapping
	List<TrendingArticle> trending(@Argument @Nullable TrendingWindow window, @Argument @Nullable String section,
			@Argument @Nullable Integer first, Selection selection) {
		int wanted = (first != null) ? first : DEFAULT_FIRST;
		if (wanted < 0 || wanted > MAX_FIRST) {
			throw new Problem.BadUserInput("first is from 0 to %d, not %d.".formatted(MAX_FIRST, wanted), "first");
		}
		ArticleFields fields = ArticleFields.of(selection.at("article")).and(new ArticleFields(Set.of("section")));
		Set<NodeId> branch = (section != null) ? this.sections.branch(NodeId.parse(section, Section.KIND, "a section"))
				: null;
		List<Trending> candidates = this.trends.in((window != null) ? window : TrendingWindow.DAY);
		List<TrendingArticle> found = new ArrayList<>();
		for (int start = 0; start < candidates.size() && found.size() < wanted; start += CHUNK) {
			found.addAll(within(branch, candidates.subList(start, Math.min(candidates.size(), start + CHUNK)), fields));
		}
		return found.subList(0, Math.min(wanted, found.size()));
	}

	private List<TrendingArticle> within(@Nullable Set<NodeId> branch, List<Trending> candidates,
			ArticleFields fields) {
		Map<NodeId, Article> articles = this.articles.find(candidates.stream().map(Trending::article).toList(), fields);
		List<TrendingArticle> found = new ArrayList<>();
		for (Trending candidate : candidates) {
			Article article = articles.get(candidate.article());
			if (article != null
					&& (branch == null || (article.section() != null && branch.contains(article.section())))) {
				found.add(new TrendingArticle(article, candidate.shares(), candidate.score()));
			}
		}
		return found;
	}

	/**
	 * An article that readers share.
	 *
	 * @param article the article
	 * @param shares how often it was shared in the window
	 * @param score what those shares weigh
	 */
	record TrendingArticle(Article article, int shares, double score) {
	}

}
