package io.broadsheet.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.broadsheet.article.Article;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of what a file says and of what the store has: what the file calls
 * something becomes its id, and what the file does not say stays as it is.
 */
final class ArticleMaking {

	private final Newsroom newsroom;

	private final ArticleAddresses addresses;

	private final Clock clock;

	private final String language;

	private final Map<NodeId, List<String>> openPicks = new LinkedHashMap<>();

	ArticleMaking(Newsroom newsroom, ArticleAddresses addresses, Clock clock, String language) {
		this.newsroom = newsroom;
		this.addresses = addresses;
		this.clock = clock;
		this.language = language;
	}

	/**
	 * The slugs that articles pick others by and that nothing had yet, for each of those
	 * articles.
	 */
	Map<NodeId, List<String>> openPicks() {
		return this.openPicks;
	}

	/**
	 * The article that comes of a file.
	 * @param candidate what the file says
	 * @param before the article in the store, or null
	 */
	Article article(Candidate candidate, @Nullable Article before) {
		ArticleEntry entry = candidate.entry();
		NodeId section = (entry.section() != null) ? this.newsroom.section(entry.section())
				: this.newsroom.section(entry.folders());
		List<Reference> subjects = new ArrayList<>(entry.topics());
		for (Reference category : entry.categories()) {
			NodeId named = this.newsroom.sections.find(category.key());
			section = (section == null) ? named : section;
			if (named == null) {
				subjects.add(category);
			}
		}
		String slug = (before != null && entry.id() == null) ? before.slug() : entry.slug();
		Article article = new Article(candidate.id(), slug, addresses(entry, slug, before),
				(entry.language() != null) ? entry.language() : this.language, entry.headline(), entry.brief(),
				candidate.markdown(), ReadingLoad.NONE, section, ids(this.newsroom.authors, entry.authors()),
				ids(this.newsroom.topics, subjects), candidate.image(), comment(entry), entry.corrections(),
				picks(entry, candidate.id()), firstPublishedAt(entry, before), entry.publishedAt(),
				updatedAt(entry, before), entry.extra());
		boolean changed = before != null && entry.updatedAt() == null && !isSame(article, before);
		return changed ? updatedNow(article) : article;
	}

	private static List<String> addresses(ArticleEntry entry, String slug, @Nullable Article before) {
		Set<String> addresses = new LinkedHashSet<>();
		if (before != null) {
			addresses.addAll(before.formerAddresses());
			addresses.add(before.slug());
		}
		addresses.addAll(entry.addresses());
		addresses.add(entry.slug());
		addresses.remove(slug);
		return List.copyOf(addresses);
	}

	private static <T> List<NodeId> ids(References<T> known, List<Reference> references) {
		return references.stream().map(known::resolve).distinct().toList();
	}

	private Article.@Nullable EditorsComment comment(ArticleEntry entry) {
		ArticleEntry.Comment comment = entry.comment();
		if (comment == null) {
			return null;
		}
		NodeId author = (comment.author() != null) ? this.newsroom.authors.resolve(comment.author()) : null;
		return new Article.EditorsComment(comment.text(), author, comment.at());
	}

	/**
	 * An article that is still to come most likely gets the id that its slug gives it.
	 */
	private List<NodeId> picks(ArticleEntry entry, NodeId of) {
		Set<NodeId> picks = new LinkedHashSet<>();
		List<String> open = new ArrayList<>();
		for (String written : entry.picks()) {
			String key = Names.address(written).orElse(written);
			NodeId id = Names.id(key, Article.KIND);
			id = (id != null) ? id : this.addresses.find(key);
			if (id == null) {
				id = NodeId.named(Article.KIND, key);
				open.add(key);
			}
			picks.add(id);
		}
		if (!open.isEmpty()) {
			this.openPicks.put(of, open);
		}
		return List.copyOf(picks);
	}

	private static Instant firstPublishedAt(ArticleEntry entry, @Nullable Article before) {
		if (entry.firstPublishedAt() != null) {
			return entry.firstPublishedAt();
		}
		boolean wasEarlier = before != null && before.firstPublishedAt().isBefore(entry.publishedAt());
		return (before != null && wasEarlier) ? before.firstPublishedAt() : entry.publishedAt();
	}

	private static Instant updatedAt(ArticleEntry entry, @Nullable Article before) {
		if (entry.updatedAt() != null) {
			return entry.updatedAt();
		}
		return (before != null) ? before.updatedAt() : entry.publishedAt();
	}

	private Article updatedNow(Article article) {
		return copy(article, article.picks(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), article.extra());
	}

	/** Whether nothing changed but what is derived. */
	static boolean isSame(Article after, Article before) {
		return after.equals(copy(before, before.picks(), before.updatedAt(), PlainValues.ofMap(before.extra())));
	}

	static Article copy(Article a, List<NodeId> picks, Instant updatedAt, Map<String, Object> extra) {
		return new Article(a.id(), a.slug(), a.formerAddresses(), a.language(), a.headline(), a.brief(), a.markdown(),
				ReadingLoad.NONE, a.section(), a.authors(), a.topics(), a.image(), a.editorsComment(), a.corrections(),
				picks, a.firstPublishedAt(), a.publishedAt(), updatedAt, extra);
	}

}
