package io.broadsheet.section;

import java.util.Optional;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.ReferenceDocuments;
import io.broadsheet.store.StoredFields;
import org.bson.Document;

/** How sections are stored. */
class SectionDocuments implements ReferenceDocuments<Section> {

	private static final int SCHEMA_VERSION = 1;

	@Override
	public String collection() {
		return "sections";
	}

	@Override
	public char kind() {
		return Section.KIND;
	}

	@Override
	public NodeId id(Section section) {
		return section.id();
	}

	@Override
	public Document write(Section section) {
		return new Document("_id", section.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append("slug", section.slug())
			.append(Addresses.FIELD, Addresses.of(section.slug(), section.formerSlugs()))
			.append("name", section.name())
			.append("description", section.description())
			.append("parent", Optional.ofNullable(section.parent()).map(NodeId::value).orElse(null))
			.append("position", section.position());
	}

	@Override
	public Section read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		String slug = fields.text("slug");
		String parent = fields.optionalText("parent");
		return new Section(new NodeId(fields.text("_id")), slug, Addresses.earlier(fields.texts(Addresses.FIELD), slug),
				fields.text("name"), fields.optionalText("description"), (parent != null) ? new NodeId(parent) : null,
				fields.number("position"));
	}

}
