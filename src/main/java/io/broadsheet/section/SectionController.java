package io.broadsheet.section;

import java.util.Collection;
import java.util.List;
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

/** {@code Query.section} and {@code Query.sections}, and how sections are nested. */
@Controller
class SectionController implements NodeSource {

	private final Sections sections;

	private final Site site;

	SectionController(Sections sections, Site site) {
		this.sections = sections;
		this.site = site;
	}

	@QueryMapping
	@Nullable Section section(@Argument NamedKey by) {
		return by.find(Section.KIND, "a section", this.sections::find, this.sections::findBySlug);
	}

	@QueryMapping
	List<Section> sections() {
		return this.sections.roots();
	}

	@InMemory
	@SchemaMapping
	String url(Section section) {
		return this.site.address("/sections/" + section.slug());
	}

	@InMemory
	@SchemaMapping
	@Nullable Section parent(Section section) {
		return this.sections.parent(section);
	}

	@InMemory
	@SchemaMapping
	List<Section> ancestors(Section section) {
		return this.sections.ancestors(section);
	}

	@InMemory
	@SchemaMapping
	List<Section> children(Section section) {
		return this.sections.children(section);
	}

	@Override
	public char kind() {
		return Section.KIND;
	}

	@Override
	public Map<NodeId, Section> find(Collection<NodeId> ids, Selection selection, GraphQLContext context) {
		return NodeSource.found(ids, this.sections::find);
	}

}
