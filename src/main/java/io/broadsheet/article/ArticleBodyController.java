package io.broadsheet.article;

import java.util.List;

import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what clients ask of a body beyond its plain properties. */
@Controller
@SchemaMapping(typeName = "ArticleBody")
class ArticleBodyController {

	private static final int DEFAULT_WORDS = 50;

	private static final int MAX_WORDS = 1000;

	@SchemaMapping
	List<Block> blocks(ArticleBody body) {
		return body.blocks();
	}

	@SchemaMapping
	String excerpt(ArticleBody body, @Argument @Nullable Integer words) {
		if (words != null && (words < 1 || words > MAX_WORDS)) {
			throw new Problem.BadUserInput("An excerpt has 1 to " + MAX_WORDS + " words, not " + words + ".", "words");
		}
		return body.excerpt((words != null) ? words : DEFAULT_WORDS);
	}

}
