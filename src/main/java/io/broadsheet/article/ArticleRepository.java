package io.broadsheet.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.Patience;
import io.broadsheet.store.Preparation;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code articles}. A damaged document is left out, and the log names it,
 * so that the others are served.
 */
@Repository
@Order(Preparation.CONTENT)
class ArticleRepository implements Preparation {

	private static final Logger logger = LoggerFactory.getLogger(ArticleRepository.class);

	private static final String ID = "_id";

	private static final String PUBLISHED_AT = "publishedAt";

	/** So many articles are read at once when all are. */
	private static final int BATCH = 200;

	private final MongoCollection<Document> collection;

	private final ArticleDocuments documents;

	ArticleRepository(MongoDatabase database, ArticleDocuments documents) {
		this.documents = documents;
		this.collection = database.getCollection("articles");
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
	}

	Map<NodeId, Article> find(Collection<NodeId> ids, ArticleFields fields) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return read(withIds(ids), fields, ids.size());
	}

	/**
	 * The article with an address.
	 * @param address a slug, or a path that begins with a slash
	 * @param fields what to read of it
	 * @return the article, or null
	 */
	@Nullable Article findByAddress(String address, ArticleFields fields) {
		BsonDocument filter = new BsonDocument(Addresses.FIELD, new BsonString(address));
		return read(filter, fields, 1).values().stream().findFirst().orElse(null);
	}

	void save(Collection<Article> articles) {
		List<WriteModel<Document>> replacements = new ArrayList<>(articles.size());
		for (Article article : articles) {
			replacements.add(new ReplaceOneModel<>(Filters.eq(ID, article.id().value()), this.documents.write(article),
					new ReplaceOptions().upsert(true)));
		}
		this.collection.bulkWrite(replacements);
	}

	/** Whole articles, whether or not readers can read them. */
	Map<NodeId, Article> findEvenWithdrawn(Collection<NodeId> ids) {
		Map<NodeId, Article> found = new LinkedHashMap<>();
		for (Document document : documents(withIds(ids), ArticleFields.ALL, ids.size())) {
			Article article = unlessDamaged(document, ArticleFields.ALL);
			if (article != null) {
				found.put(article.id(), article);
			}
		}
		return found;
	}

	/** The id of the article that has or had an address, readable or not, or null. */
	@Nullable NodeId holder(String address) {
		Document document = this.collection.find(Filters.eq(Addresses.FIELD, address))
			.projection(Projections.include(ID))
			.first();
		return (document != null) ? new NodeId(document.getString(ID)) : null;
	}

	/**
	 * Reads all published articles, the newest first. Their ids are read first and
	 * ordered here, since the embedded store would put whole documents into memory, all
	 * of them, to order them.
	 */
	void forEach(ArticleFields fields, Consumer<Article> consumer) {
		newestFirst().stream().gather(Gatherers.windowFixed(BATCH)).forEach((some) -> {
			List<NodeId> ids = some.stream().map(NodeId::new).toList();
			Map<NodeId, Article> articles = find(ids, fields);
			ids.stream().map(articles::get).filter(Objects::nonNull).forEach(consumer);
		});
	}

	private List<String> newestFirst() {
		List<Place> places = new ArrayList<>();
		for (Document document : this.collection.find().projection(Projections.include(ID, PUBLISHED_AT))) {
			if (document.get(ID) instanceof String id && NodeId.isWellFormed(id)) {
				places.add(Place.of(id, document));
			}
			else {
				logger.error("Left out the damaged article {}, whose id is none", document.get(ID));
			}
		}
		Collections.sort(places);
		return places.stream().map(Place::id).toList();
	}

	private static BsonDocument withIds(Collection<NodeId> ids) {
		BsonArray values = new BsonArray(ids.stream().map((id) -> new BsonString(id.value())).toList());
		return new BsonDocument(ID, new BsonDocument("$in", values));
	}

	/**
	 * Reads so many at most, which a store would otherwise send in parts. The filter is
	 * what the driver would make of any other, for each request anew.
	 */
	private Map<NodeId, Article> read(BsonDocument filter, ArticleFields fields, int most) {
		Map<NodeId, Article> articles = new LinkedHashMap<>();
		for (Document document : documents(filter, fields, most)) {
			Article article = read(document, fields);
			if (article != null) {
				articles.put(article.id(), article);
			}
		}
		return articles;
	}

	private FindIterable<Document> documents(BsonDocument filter, ArticleFields fields, int most) {
		return Patience.with(this.collection.find(filter).projection(fields.projection()).batchSize(most + 1));
	}

	private @Nullable Article read(Document document, ArticleFields fields) {
		return ArticleDocuments.isWithdrawn(document) ? null : unlessDamaged(document, fields);
	}

	private @Nullable Article unlessDamaged(Document document, ArticleFields fields) {
		try {
			return this.documents.read(ArticleDocuments.isOfAnOlderVersion(document) ? whole(document) : document,
					fields);
		}
		catch (RuntimeException ex) {
			logger.error("Left out the damaged article {}", document.get(ID), ex);
			return null;
		}
	}

	/**
	 * What an older version lacks is derived from fields that a request may not ask for.
	 */
	private Document whole(Document part) {
		Document whole = Patience.with(this.collection.find(Filters.eq(ID, part.get(ID)))).first();
		return (whole != null) ? whole : part;
	}

	/**
	 * Where an article stands among all, the newest first.
	 *
	 * @param id its id
	 * @param publishedAt when it was published
	 */
	private record Place(String id, Instant publishedAt) implements Comparable<Place> {

		/** A damaged document is told of when it is read as a whole. */
		static Place of(String id, Document document) {
			Instant publishedAt = (document.get(PUBLISHED_AT) instanceof Date date) ? date.toInstant() : Instant.MIN;
			return new Place(id, publishedAt);
		}

		@Override
		public int compareTo(Place other) {
			int order = other.publishedAt.compareTo(this.publishedAt);
			return (order != 0) ? order : this.id.compareTo(other.id);
		}

	}

}
