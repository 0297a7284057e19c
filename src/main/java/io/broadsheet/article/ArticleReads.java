package io.broadsheet.article;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.CombinedReads;
import io.broadsheet.store.Patience;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads articles by id or address: together what requests ask for at the same time. A
 * damaged document is left out, and the log names it, so that the others are served.
 */
@Component
class ArticleReads {

	private static final Logger logger = LoggerFactory.getLogger(ArticleReads.class);

	private static final String ID = "_id";

	private static final ArticleFields ADDRESSES = new ArticleFields(Set.of(Addresses.FIELD));

	private final MongoCollection<Document> collection;

	private final ArticleDocuments documents;

	private final CombinedReads<ArticleFields, NodeId, Article> byId = new CombinedReads<>(this::readByIds);

	private final CombinedReads<ArticleFields, String, Article> byAddress = new CombinedReads<>(this::readByAddresses);

	ArticleReads(MongoDatabase database, ArticleDocuments documents) {
		this.collection = database.getCollection("articles");
		this.documents = documents;
	}

	/** Those of some articles that readers can read. */
	Map<NodeId, Article> byIds(Collection<NodeId> ids, ArticleFields fields) {
		return ids.isEmpty() ? Map.of() : this.byId.read(fields, ids);
	}

	/**
	 * The article with an address, if readers can read it.
	 * @param address a slug, or a path that begins with a slash
	 * @param fields what to read of it
	 * @return the article, or null
	 */
	@Nullable Article byAddress(String address, ArticleFields fields) {
		return this.byAddress.read(fields, List.of(address)).get(address);
	}

	/** Whole articles, whether or not readers can read them. */
	Map<NodeId, Article> evenWithdrawn(Collection<NodeId> ids) {
		return byTheirIds(documentsWith(ids, ArticleFields.ALL), (one) -> unlessDamaged(one, ArticleFields.ALL));
	}

	private Map<NodeId, Article> readByIds(ArticleFields fields, Set<NodeId> ids) {
		return byTheirIds(documentsWith(ids, fields), (one) -> readable(one, fields));
	}

	private static Map<NodeId, Article> byTheirIds(FindIterable<Document> documents,
			Function<Document, @Nullable Article> reading) {
		Map<NodeId, Article> articles = new LinkedHashMap<>();
		for (Document document : documents) {
			Article article = reading.apply(document);
			if (article != null) {
				articles.put(article.id(), article);
			}
		}
		return articles;
	}

	private Map<String, Article> readByAddresses(ArticleFields fields, Set<String> addresses) {
		Map<String, Article> found = new LinkedHashMap<>();
		BsonArray values = new BsonArray(addresses.stream().map(BsonString::new).toList());
		for (Document document : documents(Addresses.FIELD, values, fields.and(ADDRESSES))) {
			Article article = readable(document, fields);
			if (article != null && document.get(Addresses.FIELD) instanceof List<?> its) {
				addresses.stream().filter(its::contains).forEach((address) -> found.put(address, article));
			}
		}
		return found;
	}

	private FindIterable<Document> documentsWith(Collection<NodeId> ids, ArticleFields fields) {
		return documents(ID, new BsonArray(ids.stream().map((id) -> new BsonString(id.value())).toList()), fields);
	}

	/**
	 * Reads so many at most, which a store would otherwise send in parts. The filter is
	 * what the driver would make of any other, for each request anew.
	 */
	private FindIterable<Document> documents(String field, BsonArray values, ArticleFields fields) {
		BsonDocument filter = new BsonDocument(field, new BsonDocument("$in", values));
		return Patience.with(this.collection.find(filter).projection(fields.projection()).batchSize(values.size() + 1));
	}

	private @Nullable Article readable(Document document, ArticleFields fields) {
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

}
