package io.broadsheet.intake;

import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;

/** Sections, as articles name them. */
final class SectionReferences implements References.Kind<Section> {

	@Override
	public char letter() {
		return Section.KIND;
	}

	@Override
	public String noun() {
		return "section";
	}

	@Override
	public NodeId id(Section section) {
		return section.id();
	}

	@Override
	public List<String> slugs(Section section) {
		return Stream.concat(Stream.of(section.slug()), section.formerSlugs().stream()).toList();
	}

	@Override
	public List<String> names(Section section) {
		return List.of(section.name());
	}

	@Override
	public Section make(NodeId id, String slug, Reference reference) {
		String name = (reference.name() != null) ? reference.name() : slug;
		return new Section(id, slug, List.of(), name, reference.about(), null, 0);
	}

}
