package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The slugs that drafts get. One that any article has or had is taken, and so is one that
 * was chosen for another draft.
 */
@Component
class DraftSlugs {

	/** What stands for a headline that no slug can be made of. */
	private static final String FALLBACK = "article";

	/** Of a longer slug, the beginning is enough to make a free one from. */
	private static final int ROOM_FOR_NUMBER = 10;

	private final Articles articles;

	private final DraftRepository drafts;

	DraftSlugs(Articles articles, DraftRepository drafts) {
		this.articles = articles;
		this.drafts = drafts;
	}

	/** The slug that a draft would be published with: the chosen one, or a free one. */
	String of(Draft draft) {
		String chosen = draft.content().slug();
		return (chosen != null) ? chosen : free(Slug.from(draft.content().headline(), FALLBACK), draft.articleId());
	}

	/**
	 * Whether a slug belongs to something else.
	 * @param slug the slug
	 * @param article the article that it is wanted for, if it has an id yet
	 */
	boolean isTaken(String slug, @Nullable NodeId article) {
		NodeId holder = this.articles.holder(slug);
		if (holder != null) {
			return !holder.equals(article);
		}
		Draft draft = this.drafts.findOpenAt(slug);
		return draft != null && !draft.articleId().equals(article);
	}

	/** Tells that a slug is taken, and which one is free. */
	SlugTaken taken(String slug, @Nullable NodeId article, List<String> path) {
		String free = free(slug.substring(0, Math.min(slug.length(), Slug.MAX_LENGTH - ROOM_FOR_NUMBER)), article);
		return new SlugTaken("The slug \"%s\" leads to another story. \"%s\" is free.".formatted(slug, free), path,
				free);
	}

	private String free(String slug, @Nullable NodeId article) {
		return Slug.free(slug, (candidate) -> isTaken(candidate, article));
	}

}
