package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The marks on drafts in the store that say that they are being published. While a draft
 * has one, {@link DraftRepository} changes nothing of it.
 */
@Repository
@Order(Preparation.CONTENT)
class PublicationMarks implements Preparation {

	private static final String MARK = DraftDocuments.PUBLISHING;

	private static final String AT = MARK + ".at";

	private final MongoCollection<Document> collection;

	private final DraftDocuments documents;

	PublicationMarks(MongoDatabase database, DraftDocuments documents) {
		this.collection = database.getCollection("drafts");
		this.documents = documents;
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(AT), new IndexOptions().sparse(true));
	}

	/** The drafts that somebody began to publish before a moment, and did not finish. */
	List<NodeId> findUnfinished(Instant before) {
		List<NodeId> drafts = new ArrayList<>();
		this.collection.find(Filters.lt(AT, before))
			.projection(Projections.include("_id"))
			.forEach((document) -> drafts.add(new NodeId(document.getString("_id"))));
		return drafts;
	}

	/**
	 * Marks a revision as being published.
	 * @return false if it is no longer the latest, or is marked already
	 */
	boolean mark(Draft draft, Draft.Publishing mark) {
		return this.collection
			.updateOne(Filters.and(DraftRepository.at(draft), Filters.eq(MARK, null)),
					Updates.set(MARK, DraftDocuments.write(mark)))
			.getMatchedCount() > 0;
	}

	/** Takes a draft's mark away again: nothing was published. */
	void unmark(Draft marked, Draft.Publishing mark) {
		this.collection.updateOne(at(marked, mark), Updates.set(MARK, null));
	}

	/** Stores a marked draft as published, unless somebody else has done that. */
	void settle(Draft marked, Draft.Publishing mark, Draft published) {
		this.collection.replaceOne(at(marked, mark), this.documents.write(published));
	}

	/** Finds a draft with the very mark, and not one of a later attempt. */
	private static Bson at(Draft draft, Draft.Publishing mark) {
		return Filters.and(DraftRepository.at(draft), Filters.eq(AT, mark.at()), Filters.eq(MARK + ".by", mark.by()),
				Filters.eq(MARK + ".slug", mark.slug()));
	}

}
