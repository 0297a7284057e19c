package io.broadsheet.topic;

import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.ReferenceDocuments;
import io.broadsheet.store.StoredFields;
import org.bson.Document;

/** How topics are stored. */
class TopicDocuments implements ReferenceDocuments<Topic> {

	private static final int SCHEMA_VERSION = 1;

	@Override
	public String collection() {
		return "topics";
	}

	@Override
	public char kind() {
		return Topic.KIND;
	}

	@Override
	public NodeId id(Topic topic) {
		return topic.id();
	}

	@Override
	public Document write(Topic topic) {
		return new Document("_id", topic.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append("slug", topic.slug())
			.append(Addresses.FIELD, Addresses.of(topic.slug(), topic.formerSlugs()))
			.append("name", topic.name())
			.append("description", topic.description())
			.append("kind", topic.kind().name())
			.append("aliases", topic.aliases());
	}

	@Override
	public Topic read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		String slug = fields.text("slug");
		return new Topic(new NodeId(fields.text("_id")), slug, Addresses.earlier(fields.texts(Addresses.FIELD), slug),
				fields.text("name"), fields.optionalText("description"), TopicKind.valueOf(fields.text("kind")),
				fields.texts("aliases"));
	}

}
