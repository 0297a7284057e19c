package io.broadsheet.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoBulkWriteException;
import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.WithdrawnArticles;
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

	private final ArticleMaking making;

	private final WithdrawnIntake withdrawn;

	private final List<Candidate> batch = new ArrayList<>();

	private int batchLength;

	ArticleIntake(Articles articles, WithdrawnArticles withdrawn, Newsroom newsroom, Tally tally, Clock clock,
			String language) {
		this.articles = articles;
		this.newsroom = newsroom;
		this.addresses = ArticleAddresses.of(articles, withdrawn);
		this.tally = tally;
		this.making = new ArticleMaking(newsroom, this.addresses, clock, language);
		this.withdrawn = new WithdrawnIntake(articles, withdrawn, newsroom, this.making, tally);
	}

	/**
	 * Takes an article in, with the next batch.
	 * @param entry the article
	 * @param markdown its body with its pictures taken in
	 * @param image its picture
	 * @throws Refused if its slug or an earlier address belongs to another article, or if
	 * it was withdrawn
	 */
	void take(ArticleEntry entry, String markdown, @Nullable Image image) throws Refused {
		Candidate candidate = new Candidate(entry, this.addresses.claim(entry), markdown, image);
		if (entry.withdrawal() != null) {
			this.withdrawn.take(candidate, entry.withdrawal());
			return;
		}
		this.batch.add(candidate);
		this.batchLength += markdown.length();
		if (this.batch.size() >= BATCH || this.batchLength >= BATCH_LENGTH) {
			flush();
		}
	}

	/** Publishes the last batch, and then the picks that can only now be told. */
	void finish() {
		flush();
		List<Article> repaired = new ArrayList<>();
		this.making.openPicks().forEach((id, slugs) -> {
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
			Article after = this.making.article(candidate, before);
			if (before != null && ArticleMaking.isSame(after, before)) {
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

	private static Article withPicks(Article article, List<NodeId> picks) {
		return ArticleMaking.copy(article, picks, article.updatedAt(), article.extra());
	}

}
