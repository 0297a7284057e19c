package io.broadsheet.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

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
import io.broadsheet.store.Preparation;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** The collection {@code articles}, but for what {@link ArticleReads} reads of it. */
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

	private final ArticleReads reads;

	ArticleRepository(MongoDatabase database, ArticleDocuments documents, ArticleReads reads) {
		this.documents = documents;
		this.collection = database.getCollection("articles");
		this.reads = reads;
	}

	@Override
	public void prepare() {
		this.collection.createIndex(Indexes.ascending(Addresses.FIELD), new IndexOptions().unique(true));
	}

	void save(Collection<Article> articles) {
		List<WriteModel<Document>> replacements = new ArrayList<>(articles.size());
		for (Article article : articles) {
			replacements.add(new ReplaceOneModel<>(Filters.eq(ID, article.id().value()), this.documents.write(article),
					new ReplaceOptions().upsert(true)));
		}
		this.collection.bulkWrite(replacements);
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
			Map<NodeId, Article> articles = this.reads.byIds(ids, fields);
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
