package io.broadsheet.article;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.result.UpdateResult;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.stereotype.Repository;

/**
 * How revisions of drafts get into the collection {@code articles}: each in one write,
 * and none over a later one, however late it comes.
 */
@Repository
class EditionRepository {

	private final MongoCollection<Document> collection;

	private final ArticleDocuments documents;

	EditionRepository(MongoDatabase database, ArticleDocuments documents) {
		this.collection = database.getCollection("articles");
		this.documents = documents;
	}

	/**
	 * Publishes a revision of an article's draft in one write, unless that or a later one
	 * is published already.
	 * @return false if the slug belongs to another article
	 */
	boolean publish(Article article, int draftRevision) {
		Document document = this.documents.write(article).append(ArticleDocuments.DRAFT_REVISION, draftRevision);
		Bson id = Filters.eq("_id", article.id().value());
		Bson older = Filters.or(Filters.exists(ArticleDocuments.DRAFT_REVISION, false),
				Filters.lt(ArticleDocuments.DRAFT_REVISION, draftRevision));
		try {
			UpdateResult result = this.collection.updateOne(Filters.and(id, older), ArticleDocuments.edition(document));
			if (result.getMatchedCount() == 0) {
				this.collection.insertOne(document);
			}
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			Bson done = Filters.gte(ArticleDocuments.DRAFT_REVISION, draftRevision);
			return this.collection.find(Filters.and(id, done)).projection(Projections.include("_id")).first() != null;
		}
	}

}
