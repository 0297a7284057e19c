package io.broadsheet.intake;

import java.util.List;

import com.mongodb.MongoBulkWriteException;
import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.article.WithdrawnArticle;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;

/** Takes in articles that readers are not to get, one by one, since they are few. */
final class WithdrawnIntake {

	private final Articles articles;

	private final WithdrawnArticles withdrawn;

	private final Newsroom newsroom;

	private final ArticleMaking making;

	private final Tally tally;

	WithdrawnIntake(Articles articles, WithdrawnArticles withdrawn, Newsroom newsroom, ArticleMaking making,
			Tally tally) {
		this.articles = articles;
		this.withdrawn = withdrawn;
		this.newsroom = newsroom;
		this.making = making;
		this.tally = tally;
	}

	/** Takes an article in, unless it is stored so. */
	void take(Candidate candidate, Withdrawal withdrawal) {
		NodeId id = candidate.id();
		WithdrawnArticle before = this.withdrawn.find(id);
		Article article = (before != null) ? before.article() : this.articles.find(id, ArticleFields.ALL);
		Article after = this.making.article(candidate, article);
		boolean isStored = before != null && before.withdrawal().equals(withdrawal)
				&& ArticleMaking.isSame(after, before.article());
		if (isStored) {
			this.tally.unchanged();
			return;
		}
		this.newsroom.save();
		try {
			this.withdrawn.keep(List.of(new WithdrawnArticle(after, withdrawal)));
			this.tally.taken(article == null);
		}
		catch (MongoBulkWriteException ex) {
			this.tally.refused(candidate.entry().source(),
					"An address of \"%s\" belongs to another article.".formatted(after.slug()));
		}
	}

}
