package io.broadsheet.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.broadsheet.article.Article;
import io.broadsheet.article.Articles;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.media.Image;
import io.broadsheet.store.Addresses;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the article of a draft. A preview is made in the same way as what readers get, so
 * that it shows just that.
 */
@Component
class Editions {

	private final Articles articles;

	private final DraftSlugs slugs;

	private final Clock clock;

	Editions(Articles articles, DraftSlugs slugs, Clock clock) {
		this.articles = articles;
		this.slugs = slugs;
		this.clock = clock;
	}

	/**
	 * The article as readers would see it if a draft were published now.
	 * @param draft the draft
	 * @param before the article as it is, or null if there is none yet
	 */
	Article preview(Draft draft, @Nullable Article before) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return this.articles.measured(edition(draft, this.slugs.of(draft), before, now, true));
	}

	/**
	 * The article that readers get of a draft that is being published.
	 * @param draft the draft
	 * @param mark how it is being published
	 * @param before the article as it is, or null if there is none yet
	 */
	Article published(Draft draft, Draft.Publishing mark, @Nullable Article before) {
		return edition(draft, mark.slug(), before, mark.at(), false);
	}

	private static Article edition(Draft draft, String slug, @Nullable Article before, Instant at, boolean preview) {
		DraftContent content = draft.content();
		Image image = (content.image() != null) ? content.image().imageSoFar() : null;
		List<String> former = (before != null)
				? Addresses.earlier(Addresses.of(before.slug(), before.formerAddresses()), slug) : List.of();
		return new Article(draft.articleId(), slug, former, content.language(), content.headline(), content.brief(),
				content.markdown(), ReadingLoad.NONE, content.section(), content.authors(), content.topics(), image,
				content.editorsComment(), (before != null) ? before.corrections() : List.of(),
				(before != null) ? before.picks() : List.of(), (before != null) ? before.firstPublishedAt() : at, at,
				at, (before != null) ? before.extra() : Map.of(), preview, null);
	}

}
