package io.broadsheet.topic;

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

/** {@code Query.topic}, and a topic as a node. */
@Controller
class TopicController implements NodeSource {

	private final Topics topics;

	private final Site site;

	TopicController(Topics topics, Site site) {
		this.topics = topics;
		this.site = site;
	}

	@QueryMapping
	@Nullable Topic topic(@Argument NamedKey by) {
		return by.find(Topic.KIND, "a topic", this.topics::find, this.topics::findBySlug);
	}

	@InMemory
	@SchemaMapping
	String url(Topic topic) {
		return this.site.address("/topics/" + topic.slug());
	}

	@Override
	public char kind() {
		return Topic.KIND;
	}

	@Override
	public Map<NodeId, Topic> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		return NodeSource.found(ids, this.topics::find);
	}

}
