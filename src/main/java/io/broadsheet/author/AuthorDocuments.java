package io.broadsheet.author;

import io.broadsheet.graph.NodeId;
import io.broadsheet.media.ImageDocuments;
import io.broadsheet.store.Addresses;
import io.broadsheet.store.ReferenceDocuments;
import io.broadsheet.store.StoredFields;
import org.bson.Document;

/** How authors are stored. */
class AuthorDocuments implements ReferenceDocuments<Author> {

	private static final int SCHEMA_VERSION = 1;

	private final ImageDocuments images;

	AuthorDocuments(ImageDocuments images) {
		this.images = images;
	}

	@Override
	public String collection() {
		return "authors";
	}

	@Override
	public char kind() {
		return Author.KIND;
	}

	@Override
	public NodeId id(Author author) {
		return author.id();
	}

	@Override
	public Document write(Author author) {
		return new Document("_id", author.id().value()).append("schemaVersion", SCHEMA_VERSION)
			.append("slug", author.slug())
			.append(Addresses.FIELD, Addresses.of(author.slug(), author.formerSlugs()))
			.append("name", author.name())
			.append("bio", author.bio())
			.append("avatar", (author.avatar() != null) ? this.images.write(author.avatar()) : null);
	}

	@Override
	public Author read(Document document) {
		StoredFields fields = StoredFields.of(document, SCHEMA_VERSION);
		String slug = fields.text("slug");
		Document avatar = fields.optionalDocument("avatar");
		return new Author(new NodeId(fields.text("_id")), slug, Addresses.earlier(fields.texts(Addresses.FIELD), slug),
				fields.text("name"), fields.optionalText("bio"), (avatar != null) ? this.images.read(avatar) : null);
	}

}
