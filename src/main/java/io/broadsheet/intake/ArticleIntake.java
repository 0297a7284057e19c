package io.broadsheet.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.Image;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles in, some at a time: those that are in the store already just as they are
 * in their files are not written again.
 */
final class ArticleIntake {

	private static final int BATCH = 200;

	/** In characters of bodies, so that long articles make small batches. */
	private static final int BATCH_LENGTH = 2_000_000;

	private final Articles articles;

	private final Newsroom newsroom;

	private final ArticleAddresses addresses;

	private final Tally tally;

	private final Clock clock;

	private final String language;

	private final List<Candidate> batch = new ArrayList<>();

	private int batchLength;

	/** Articles that pick one by a slug that nothing had yet; one entry an article. */
	private final Map<NodeId, List<String>> openPicks = new LinkedHashMap<>();

	ArticleIntake(Articles articles, Newsroom newsroom, Tally tally, Clock clock, String language) {
		this.articles = articles;
		this.newsroom = newsroom;
		this.addresses = ArticleAddresses.of(articles);
		this.tally = tally;
		this.clock = clock;
		this.language = language;
	}

	/**
	 * An article that is about to be compared with what is stored.
	 *
	 * @param entry what its file says
	 * @param id the id that it has or gets
	 * @param markdown its body with its pictures taken in
	 * @param image its picture
	 */
	private record Candidate(ArticleEntry entry, NodeId id, String markdown, @Nullable Image image) {
	}

	/**
	 * Takes an article in, with the next batch.
	 * @param entry the article
	 * @param markdown its body with its pictures taken in
	 * @param image its picture
	 * @throws Refused if its slug or an earlier address belongs to another article
	 */
	void take(ArticleEntry entry, String markdown, @Nullable Image image) throws Refused {
		NodeId id = this.addresses.claim(entry);
		this.batch.add(new Candidate(entry, id, markdown, image));
		this.batchLength += markdown.length();
		if (this.batch.size() >= BATCH || this.batchLength >= BATCH_LENGTH) {
			flush();
		}
	}

	/** Publishes the last batch, and then the picks that can only now be told. */
	void finish() {
		flush();
		List<Article> repaired = new ArrayList<>();
		this.openPicks.forEach((id, slugs) -> {
			Article article = this.articles.find(id, ArticleFields.ALL);
			List<NodeId> picks = (article != null) ? closed(article.picks(), slugs) : List.of();
			if (article != null && !picks.equals(article.picks())) {
				repaired.add(withPicks(article, picks));
			}
		});
		this.articles.publish(repaired);
	}

	private void flush() {
		Map<NodeId, Article> stored = this.articles.find(this.batch.stream().map(Candidate::id).toList(),
				ArticleFields.ALL);
		Map<Article, Source> changed = new LinkedHashMap<>();
		for (Candidate candidate : this.batch) {
			Article before = stored.get(candidate.id());
			Article after = article(candidate, before);
			if (before != null && isSame(after, before)) {
				this.tally.unchanged();
			}
			else {
				changed.put(after, candidate.entry().source());
			}
		}
		this.newsroom.save();
		publish(changed, stored);
		this.batch.clear();
		this.batchLength = 0;
	}

	private void publish(Map<Article, Source> changed, Map<NodeId, Article> stored) {
		try {
			this.articles.publish(changed.keySet());
			changed.keySet().forEach((article) -> this.tally.taken(!stored.containsKey(article.id())));
		}
		catch (MongoBulkWriteException ex) {
			changed.forEach((article, source) -> publishAlone(article, source, !stored.containsKey(article.id())));
		}
	}

	/** Somebody else took an address meanwhile: that must not keep the others out. */
	private void publishAlone(Article article, Source source, boolean isNew) {
		try {
			this.articles.publish(List.of(article));
			this.tally.taken(isNew);
		}
		catch (MongoBulkWriteException ex) {
			this.tally.refused(source, "An address of \"%s\" belongs to another article.".formatted(article.slug()));
		}
	}

	private Article article(Candidate candidate, @Nullable Article before) {
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

	private List<NodeId> closed(List<NodeId> picks, List<String> slugs) {
		Map<NodeId, NodeId> found = new HashMap<>();
		for (String slug : slugs) {
			NodeId id = this.addresses.find(slug);
			if (id != null) {
				found.put(NodeId.named(Article.KIND, slug), id);
			}
		}
		return picks.stream().map((pick) -> found.getOrDefault(pick, pick)).distinct().toList();
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

	private static Article withPicks(Article article, List<NodeId> picks) {
		return copy(article, picks, article.updatedAt(), article.extra());
	}

	private static boolean isSame(Article after, Article before) {
		return after.equals(copy(before, before.picks(), before.updatedAt(), PlainValues.ofMap(before.extra())));
	}

	private static Article copy(Article a, List<NodeId> picks, Instant updatedAt, Map<String, Object> extra) {
		return new Article(a.id(), a.slug(), a.formerAddresses(), a.language(), a.headline(), a.brief(), a.markdown(),
				ReadingLoad.NONE, a.section(), a.authors(), a.topics(), a.image(), a.editorsComment(), a.corrections(),
				picks, a.firstPublishedAt(), a.publishedAt(), updatedAt, extra);
	}

}
