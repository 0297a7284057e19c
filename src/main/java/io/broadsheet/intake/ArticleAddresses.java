package io.broadsheet.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.article.WithdrawnArticles;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Which article has or had an address, in the store and in this import. Kept in memory
 * while an import runs, some hundred bytes an article.
 */
final class ArticleAddresses {

	private final Map<String, NodeId> byAddress = new HashMap<>();

	private final Map<NodeId, String> slugs = new HashMap<>();

	/** What readers no longer get. */
	private final Map<NodeId, Withdrawal> withdrawn = new HashMap<>();

	private final Map<NodeId, Source> claims = new HashMap<>();

	private ArticleAddresses() {
	}

	/** The addresses in the store. */
	static ArticleAddresses of(Articles articles, WithdrawnArticles withdrawn) {
		ArticleAddresses addresses = new ArticleAddresses();
		articles.forEach(new ArticleFields(Set.of("addresses")), addresses::add);
		withdrawn.forEach((article) -> {
			addresses.add(article.article());
			addresses.withdrawn.put(article.article().id(), article.withdrawal());
		});
		return addresses;
	}

	/** The article with an address, or null. */
	@Nullable NodeId find(String address) {
		return this.byAddress.get(address);
	}

	/**
	 * The id of an article that comes in: its own, or that of the one that it is in the
	 * store, or the one that its slug gives it.
	 * @throws Refused if one of its addresses is another article's, or if editors have
	 * withdrawn it since
	 */
	NodeId claim(ArticleEntry entry) throws Refused {
		NodeId holder = this.byAddress.get(entry.slug());
		NodeId id = (entry.id() != null) ? entry.id() : idOf(entry, holder);
		Source first = this.claims.get(id);
		if (first != null) {
			throw refusal(entry, "The slug \"%s\" is taken by the article at %s.".formatted(entry.slug(), first));
		}
		Withdrawal withdrawal = this.withdrawn.get(id);
		if (withdrawal != null && entry.withdrawal() == null) {
			throw refusal(entry, "This article was withdrawn by %s at %s: %s".formatted(withdrawal.by(),
					withdrawal.at(), withdrawal.reason()));
		}
		for (String address : (Iterable<String>) addresses(entry)::iterator) {
			NodeId other = this.byAddress.get(address);
			if (other != null && !other.equals(id)) {
				throw refusal(entry, taken(address, other));
			}
		}
		this.claims.put(id, entry.source());
		addresses(entry).forEach((address) -> this.byAddress.put(address, id));
		return id;
	}

	private NodeId idOf(ArticleEntry entry, @Nullable NodeId holder) {
		NodeId named = NodeId.named(Article.KIND, entry.slug());
		boolean isHolders = holder != null && entry.slug().equals(this.slugs.get(holder));
		return (holder != null && isHolders) ? holder : named;
	}

	private String taken(String address, NodeId other) {
		Source source = this.claims.get(other);
		return "The address \"%s\" belongs to %s.".formatted(address,
				(source != null) ? "the article at " + source
						: "another article, \"" + this.slugs.getOrDefault(other, "") + "\" (id " + other
								+ "); to take that one's place, give this file its id");
	}

	private void add(Article article) {
		this.slugs.put(article.id(), article.slug());
		this.byAddress.put(article.slug(), article.id());
		article.formerAddresses().forEach((address) -> this.byAddress.put(address, article.id()));
	}

	private static Stream<String> addresses(ArticleEntry entry) {
		return Stream.concat(Stream.of(entry.slug()), entry.addresses().stream());
	}

	private static Refused refusal(ArticleEntry entry, String reason) {
		return new Refused(entry.source().line(), reason);
	}

}
