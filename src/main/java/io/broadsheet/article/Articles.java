package io.broadsheet.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What readers can read. */
@Component
public class Articles {

	private final ArticleReads reads;

	private final ArticleRepository repository;

	private final EditionRepository editions;

	private final ArticleDocuments documents;

	private final ArticleAddresses addresses;

	private final ChangeFeed feed;

	Articles(ArticleReads reads, ArticleRepository repository, EditionRepository editions, ArticleDocuments documents,
			ArticleAddresses addresses, ChangeFeed feed) {
		this.reads = reads;
		this.repository = repository;
		this.editions = editions;
		this.documents = documents;
		this.addresses = addresses;
		this.feed = feed;
	}

	/**
	 * The article with an id.
	 * @param id its id
	 * @param fields what to read of it
	 * @return the article, or null
	 */
	public @Nullable Article find(NodeId id, ArticleFields fields) {
		return find(List.of(id), fields).get(id);
	}

	/**
	 * Articles, in one read.
	 * @param ids their ids
	 * @param fields what to read of them
	 * @return those that are there
	 */
	public Map<NodeId, Article> find(Collection<NodeId> ids, ArticleFields fields) {
		return this.reads.byIds(ids, fields);
	}

	/**
	 * Articles in an order of their own, in one read.
	 * @param ids their ids in order
	 * @param fields what to read of them
	 * @return them in that order; those that are gone are left out
	 */
	public List<Article> inOrder(List<NodeId> ids, ArticleFields fields) {
		Map<NodeId, Article> found = find(ids, fields);
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * The article with a slug, or that had it earlier.
	 * @param slug the slug
	 * @param fields what to read of it
	 * @return the article, or null
	 */
	public @Nullable Article findBySlug(String slug, ArticleFields fields) {
		return slug.startsWith("/") ? null : this.reads.byAddress(slug, fields);
	}

	/**
	 * The article at an address of the site, or that was there earlier.
	 * @param url the address, with or without a query or a slash at its end
	 * @param fields what to read of it
	 * @return the article, or null; null too for an address of another site
	 */
	public @Nullable Article findByUrl(String url, ArticleFields fields) {
		String address = this.addresses.read(url);
		return (address != null) ? this.reads.byAddress(address, fields) : null;
	}

	/**
	 * Where an article is on the site.
	 * @param article the article
	 * @return its address
	 */
	public String url(Article article) {
		return this.addresses.of(article);
	}

	/**
	 * Reads all articles, one after the other, the newest first.
	 * @param fields what to read of them
	 * @param consumer is given each
	 */
	public void forEach(ArticleFields fields, Consumer<Article> consumer) {
		this.repository.forEach(fields, consumer);
	}

	/**
	 * Publishes articles, new ones and others in place of what readers see under their
	 * ids.
	 * @param articles the articles
	 * @throws com.mongodb.MongoBulkWriteException if an address belongs to another
	 * article; those before it in order are published
	 */
	public void publish(Collection<Article> articles) {
		if (!articles.isEmpty()) {
			this.feed.write(articles.stream().map(Article::id).toList(), () -> this.repository.save(articles));
		}
	}

	/**
	 * Publishes a revision of an article's draft, in one write: whole or not at all. What
	 * the draft does not say, such as corrections, picks and when it was first published,
	 * stays as it is. An address that it had goes on leading to it.
	 * @param article the article, as a new one would be
	 * @param draftRevision the draft's revision; if that or a later one is published
	 * already, nothing changes
	 * @return false if the slug belongs to another article, and nothing is published
	 */
	public boolean publish(Article article, int draftRevision) {
		AtomicBoolean published = new AtomicBoolean();
		this.feed.write(List.of(article.id()), () -> published.set(this.editions.publish(article, draftRevision)));
		return published.get();
	}

	/**
	 * The article with an id, for editors: whether or not readers can read it.
	 * @param id its id
	 * @return the article as a whole, or null
	 */
	public @Nullable Article findEvenWithdrawn(NodeId id) {
		return findEvenWithdrawn(List.of(id)).get(id);
	}

	/**
	 * Articles for editors, in one read: whether or not readers can read them.
	 * @param ids their ids
	 * @return those that are there, as a whole
	 */
	public Map<NodeId, Article> findEvenWithdrawn(Collection<NodeId> ids) {
		return this.reads.evenWithdrawn(ids);
	}

	/**
	 * Whose an address is.
	 * @param slug a slug
	 * @return the id of the article that has or had it, whether or not readers can read
	 * it; null if nobody has
	 */
	public @Nullable NodeId holder(String slug) {
		return this.repository.holder(slug);
	}

	/**
	 * An article that is not stored as it will be read once it is.
	 * @param article the article
	 * @return the same with what reading it takes
	 */
	public Article measured(Article article) {
		return this.documents.measured(article);
	}

}
