package io.broadsheet.article;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.stereotype.Component;

/**
 * What editors change of articles after publication, without a draft. Each is one atomic
 * write that says only what it changes, so that of several at the same time none is lost.
 */
@Component
public class Amendments {

	private final MongoCollection<Document> collection;

	private final ChangeFeed feed;

	Amendments(MongoDatabase database, ChangeFeed feed) {
		this.collection = database.getCollection("articles");
		this.feed = feed;
	}

	/**
	 * Takes an article from readers. Its addresses stay its own.
	 * @param id its id
	 * @param withdrawal why
	 * @return whether readers could read it until now
	 */
	public boolean withdraw(NodeId id, Withdrawal withdrawal) {
		return write(id, Filters.empty(), Updates.combine(Updates.set("status", ArticleDocuments.WITHDRAWN),
				Updates.set("withdrawal", ArticleDocuments.write(withdrawal))));
	}

	/**
	 * Adds a correction to an article, which was updated then. When it was published
	 * stays as it is.
	 * @param id its id
	 * @param correction the correction
	 * @param most how many corrections an article can have
	 * @return whether it was added by this: readers can read the article, and it had
	 * neither that correction nor so many
	 */
	public boolean correct(NodeId id, Correction correction, int most) {
		Bson same = Filters.elemMatch("corrections",
				Filters.and(Filters.eq("kind", correction.kind().name()), Filters.eq("text", correction.text())));
		Bson hasRoom = Filters.exists("corrections." + (most - 1), false);
		return write(id, Filters.and(Filters.nor(same), hasRoom),
				Updates.combine(Updates.push("corrections", ArticleDocuments.write(correction)),
						Updates.max("updatedAt", correction.at())));
	}

	/**
	 * Pins articles beside another, in place of those that are pinned there.
	 * @param id the other's id
	 * @param picks those to be pinned, in order
	 * @return whether readers can read the other
	 */
	public boolean pin(NodeId id, List<NodeId> picks) {
		return write(id, Filters.empty(), Updates.set("picks", picks.stream().map(NodeId::value).toList()));
	}

	private boolean write(NodeId id, Bson condition, Bson update) {
		Bson published = Filters.and(Filters.eq("_id", id.value()), Filters.eq("status", ArticleDocuments.PUBLISHED));
		return told(id,
				() -> this.collection.updateOne(Filters.and(published, condition), update).getMatchedCount() > 0);
	}

	private boolean told(NodeId id, BooleanSupplier write) {
		AtomicBoolean written = new AtomicBoolean();
		this.feed.write(List.of(id), () -> written.set(write.getAsBoolean()));
		return written.get();
	}

}
