package io.broadsheet.editorial;

import io.broadsheet.article.Article;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says why an article that an input names is not one that readers can read. */
@Component
class ReadableArticles {

	private final WithdrawnArticles withdrawn;

	ReadableArticles(WithdrawnArticles withdrawn) {
		this.withdrawn = withdrawn;
	}

	/** The id of an article, whether or not there is one; null if the text is none. */
	@Nullable NodeId id(String text, FieldReader fields, String... path) {
		return fields.id(text, Article.KIND, "an article", path);
	}

	/** Why readers cannot read the article with an id. */
	UserError reason(NodeId id) {
		WithdrawnArticle article = this.withdrawn.find(id);
		return (article != null) ? isWithdrawn(article) : new UserError.NotFound(
				"There is no article with the id \"%s\".".formatted(id), FieldReader.path("id"));
	}

	/** That an article was withdrawn, and why. */
	static UserError isWithdrawn(WithdrawnArticle article) {
		return new NotAllowed("This article was withdrawn by %s at %s already: %s".formatted(article.withdrawal().by(),
				article.withdrawal().at(), article.withdrawal().reason()), FieldReader.path("id"));
	}

}
