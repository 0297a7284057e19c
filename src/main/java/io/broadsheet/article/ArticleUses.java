package io.broadsheet.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.bson.conversions.Bson;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which articles refer to sections, authors and topics, whether or not readers can read
 * them.
 */
@Component
@Order(Preparation.CONTENT)
public class ArticleUses implements Preparation {

	private static final List<String> REFERENCES = List.of("section", "authors", "topics", "editorsComment.author");

	/** So many articles are told of at once. */
	private static final int BATCH = 500;

	private final MongoCollection<Document> collection;

	private final ChangeFeed feed;

	ArticleUses(MongoDatabase database, ChangeFeed feed) {
		this.collection = database.getCollection("articles");
		this.feed = feed;
	}

	@Override
	public void prepare() {
		REFERENCES.forEach((field) -> this.collection.createIndex(Indexes.ascending(field)));
	}

	/**
	 * How many articles refer to something.
	 * @param ids the ids by which it is or was known
	 * @return how many
	 */
	public int count(Collection<NodeId> ids) {
		return Math.toIntExact(this.collection.countDocuments(referringTo(ids)));
	}

	/**
	 * Has articles read anew by all who keep something that is derived from them, since
	 * what they refer to is now another. Nobody keeps anything of a damaged one, whose id
	 * is none.
	 * @param ids the ids by which they refer to it
	 */
	public void tell(Set<NodeId> ids) {
		this.collection.find(referringTo(ids))
			.projection(Projections.include("_id"))
			.map((document) -> document.get("_id"))
			.into(new ArrayList<>())
			.stream()
			.filter((id) -> id instanceof String text && NodeId.isWellFormed(text))
			.map((id) -> new NodeId((String) id))
			.gather(Gatherers.windowFixed(BATCH))
			.forEach((some) -> this.feed.write(some, () -> {
			}));
	}

	private static Bson referringTo(Collection<NodeId> ids) {
		List<String> values = ids.stream().map(NodeId::value).toList();
		return Filters.or(REFERENCES.stream().map((field) -> Filters.in(field, values)).toList());
	}

}
