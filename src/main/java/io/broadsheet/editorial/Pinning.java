package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Amendments;
import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Pins articles beside others. */
@Component
class Pinning {

	private static final ArticleFields NOTHING = new ArticleFields(Set.of());

	private final Articles articles;

	private final Amendments amendments;

	private final ReadableArticles readable;

	Pinning(Articles articles, Amendments amendments, ReadableArticles readable) {
		this.articles = articles;
		this.amendments = amendments;
		this.readable = readable;
	}

	/**
	 * Pins articles beside another.
	 * @param input which ones beside which
	 * @return the other
	 */
	Outcome<Article> pin(PicksInput input) {
		List<UserError> errors = new ArrayList<>();
		FieldReader fields = new FieldReader(errors);
		NodeId id = this.readable.id(input.id(), fields, "id");
		List<NodeId> picks = picks(input.picks(), id, fields);
		if (id != null && this.articles.find(id, NOTHING) == null) {
			errors.add(this.readable.reason(id));
		}
		if (id == null || !errors.isEmpty()) {
			return Outcome.refused(errors);
		}
		this.amendments.pin(id, picks);
		Article article = this.articles.find(id, ArticleFields.ALL);
		return (article != null) ? Outcome.done(article) : Outcome.refused(this.readable.reason(id));
	}

	private List<NodeId> picks(List<String> given, @Nullable NodeId beside, FieldReader fields) {
		if (given.size() > Limits.PICKS) {
			fields.refuse("%d articles are picked; at most %d are taken.".formatted(given.size(), Limits.PICKS),
					"picks");
			return List.of();
		}
		Map<NodeId, String> places = new LinkedHashMap<>();
		for (int i = 0; i < given.size(); i++) {
			NodeId pick = this.readable.id(given.get(i), fields, "picks", String.valueOf(i));
			if (pick != null && pick.equals(beside)) {
				fields.refuse("An article cannot be picked beside itself.", "picks", String.valueOf(i));
			}
			else if (pick != null) {
				places.putIfAbsent(pick, String.valueOf(i));
			}
		}
		Map<NodeId, Article> found = this.articles.find(places.keySet(), NOTHING);
		places.forEach((pick, place) -> {
			if (!found.containsKey(pick)) {
				fields.missing("There is no published article with the id \"%s\".".formatted(pick), "picks", place);
			}
		});
		return List.copyOf(places.keySet());
	}

	/**
	 * What is to be pinned beside an article.
	 *
	 * @param id its id
	 * @param picks the ids of those to be pinned, in order
	 */
	record PicksInput(String id, List<String> picks) {
	}

}
