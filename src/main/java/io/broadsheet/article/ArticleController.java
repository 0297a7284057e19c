package io.broadsheet.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import graphql.GraphQLContext;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.NodeSource;
import io.broadsheet.graph.Selection;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.article}, what an article refers to, and an article as a node. */
@Controller
class ArticleController implements NodeSource {

	private final Articles articles;

	private final ArticleAddresses addresses;

	private final Sections sections;

	private final Authors authors;

	private final Topics topics;

	ArticleController(Articles articles, ArticleAddresses addresses, Sections sections, Authors authors,
			Topics topics) {
		this.articles = articles;
		this.addresses = addresses;
		this.sections = sections;
		this.authors = authors;
		this.topics = topics;
	}

	@QueryMapping
	@Nullable Article article(@Argument ArticleKey by, Selection selection) {
		ArticleFields fields = ArticleFields.of(selection);
		if (by.id() != null) {
			return this.articles.find(NodeId.parse(by.id(), Article.KIND, "an article"), fields);
		}
		if (by.slug() != null) {
			return this.articles.findBySlug(by.slug(), fields);
		}
		return (by.url() != null) ? this.articles.findByUrl(by.url(), fields) : null;
	}

	@InMemory
	@SchemaMapping
	String url(Article article) {
		return this.addresses.of(article);
	}

	@InMemory
	@SchemaMapping
	@Nullable Section section(Article article) {
		return (article.section() != null) ? this.sections.find(article.section()) : null;
	}

	@InMemory
	@SchemaMapping
	List<Author> authors(Article article) {
		return this.authors.inOrder(article.authors());
	}

	@InMemory
	@SchemaMapping
	List<Topic> topics(Article article) {
		return this.topics.inOrder(article.topics());
	}

	@Override
	public char kind() {
		return Article.KIND;
	}

	@Override
	public Map<NodeId, Article> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		return this.articles.find(ids, ArticleFields.of(selection));
	}

}
