package io.broadsheet.share;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Patience;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Repository;

/**
 * The collection {@code shareTallies}: how often each article was shared by each channel.
 * Derived from {@link ShareActions}: a count is only ever raised to an action's number,
 * which can be done again and in any order.
 */
@Repository
class ShareTallies {

	private static final Logger logger = LoggerFactory.getLogger(ShareTallies.class);

	private static final int SCHEMA_VERSION = 1;

	private final MongoCollection<Document> collection;

	ShareTallies(MongoDatabase database) {
		this.collection = database.getCollection("shareTallies");
	}

	/** The counts of articles, in one read. */
	Map<NodeId, ShareCounts> find(Collection<NodeId> articles) {
		Map<NodeId, ShareCounts> counts = new HashMap<>();
		Patience
			.with(this.collection.find(Filters.in("_id", articles.stream().map(NodeId::value).toList()))
				.batchSize(articles.size() + 1))
			.forEach((document) -> put(counts, document));
		return counts;
	}

	private static void put(Map<NodeId, ShareCounts> counts, Document document) {
		try {
			counts.put(new NodeId(document.getString("_id")), read(document));
		}
		catch (RuntimeException ex) {
			logger.error("Left out the damaged tally of the article {}", document.get("_id"), ex);
		}
	}

	int count(NodeId article, ShareChannel channel) {
		return find(List.of(article)).getOrDefault(article, ShareCounts.NONE).of(channel);
	}

	void raise(NodeId article, ShareChannel channel, int count) {
		Bson raised = Updates.combine(Updates.setOnInsert("schemaVersion", SCHEMA_VERSION),
				Updates.max("counts." + channel, count));
		this.collection.updateOne(Filters.eq("_id", article.value()), raised, new UpdateOptions().upsert(true));
	}

	private static ShareCounts read(Document document) {
		Document stored = StoredFields.of(document, SCHEMA_VERSION).optionalDocument("counts");
		Map<ShareChannel, Integer> counts = new EnumMap<>(ShareChannel.class);
		if (stored != null) {
			StoredFields fields = StoredFields.within(stored);
			for (ShareChannel channel : ShareChannel.values()) {
				counts.put(channel, fields.number(channel.name(), 0));
			}
		}
		return new ShareCounts(counts);
	}

}
