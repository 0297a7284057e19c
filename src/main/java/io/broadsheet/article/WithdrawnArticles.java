package io.broadsheet.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What readers can no longer read. The newsroom keeps it where it was, so that its
 * addresses stay its own and it can be published again.
 */
@Component
@Order(Preparation.CONTENT)
public class WithdrawnArticles implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(WithdrawnArticles.class);

	private static final Bson WITHDRAWN = Filters.eq("status", ArticleDocuments.WITHDRAWN);

	private final MongoCollection<Document> collection;

	private final ArticleDocuments documents;

	private final ChangeFeed feed;

	WithdrawnArticles(MongoDatabase database, ArticleDocuments documents, ChangeFeed feed) {
		this.collection = database.getCollection("articles");
		this.documents = documents;
		this.feed = feed;
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending("status", "_id"),
				new IndexOptions().partialFilterExpression(WITHDRAWN));
	}

	/**
	 * The withdrawn article with an id.
	 * @param id its id
	 * @return it, or null if there is none or readers can read it
	 */
	public @Nullable WithdrawnArticle find(NodeId id) {
		Document document = this.collection.find(Filters.and(Filters.eq("_id", id.value()), WITHDRAWN)).first();
		return (document != null) ? read(document) : null;
	}

	/**
	 * Reads all of them, in the order of their ids.
	 * @param consumer is given each
	 */
	public void forEach(Consumer<WithdrawnArticle> consumer) {
		for (Document document : this.collection.find(WITHDRAWN).sort(Sorts.ascending("_id"))) {
			WithdrawnArticle article = read(document);
			if (article != null) {
				consumer.accept(article);
			}
		}
	}

	/**
	 * Stores some that readers are not to read, new ones and others in place of what is
	 * there under their ids.
	 * @param articles the articles
	 * @throws com.mongodb.MongoBulkWriteException if an address belongs to another
	 * article; those before it in order are stored
	 */
	public void keep(Collection<WithdrawnArticle> articles) {
		if (articles.isEmpty()) {
			return;
		}
		List<NodeId> ids = articles.stream().map((withdrawn) -> withdrawn.article().id()).toList();
		List<WriteModel<Document>> replacements = new ArrayList<>(articles.size());
		for (WithdrawnArticle withdrawn : articles) {
			replacements.add(new ReplaceOneModel<>(Filters.eq("_id", withdrawn.article().id().value()),
					this.documents.write(withdrawn), new ReplaceOptions().upsert(true)));
		}
		this.feed.write(ids, () -> this.collection.bulkWrite(replacements));
	}

	private @Nullable WithdrawnArticle read(Document document) {
		try {
			return this.documents.readWithdrawn(document);
		}
		catch (RuntimeException ex) {
			logger.error("Left out the damaged article {}", document.get("_id"), ex);
			return null;
		}
	}

}
