package io.broadsheet.author;

import java.util.Collection;
import java.util.Map;

import graphql.GraphQLContext;
import io.broadsheet.graph.InMemory;
import io.broadsheet.graph.NamedKey;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.NodeSource;
import io.broadsheet.graph.Selection;
import io.broadsheet.graph.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.author}, and an author as a node. */
@Controller
class AuthorController implements NodeSource {

	private final Authors authors;

	private final Site site;

	AuthorController(Authors authors, Site site) {
		this.authors = authors;
		this.site = site;
	}

	@QueryMapping
	@Nullable Author author(@Argument NamedKey by) {
		return by.find(Author.KIND, "an author", this.authors::find, this.authors::findBySlug);
	}

	@InMemory
	@SchemaMapping
	String url(Author author) {
		return this.site.address("/authors/" + author.slug());
	}

	@Override
	public char kind() {
		return Author.KIND;
	}

	@Override
	public Map<NodeId, Author> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		return NodeSource.found(ids, this.authors::find);
	}

}
