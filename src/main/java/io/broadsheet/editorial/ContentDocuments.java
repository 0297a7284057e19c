package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.ImageDocuments;
import io.broadsheet.store.StoredFields;
import io.broadsheet.topic.Topics;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How {@link DraftContent} is stored, within drafts and within revisions. */
@Component
class ContentDocuments {

	private final ImageDocuments images;

	private final Topics topics;

	ContentDocuments(ImageDocuments images, Topics topics) {
		this.images = images;
		this.topics = topics;
	}

	Document write(DraftContent content) {
		return new Document("headline", content.headline()).append("slug", content.slug())
			.append("brief", content.brief())
			.append("markdown", content.markdown())
			.append("language", content.language())
			.append("section", (content.section() != null) ? content.section().value() : null)
			.append("authors", content.authors().stream().map(NodeId::value).toList())
			.append("topics", content.topics().stream().map(NodeId::value).toList())
			.append("image", (content.image() != null) ? this.images.write(content.image()) : null)
			.append("editorsComment", write(content.editorsComment()));
	}

	DraftContent read(Document document) {
		StoredFields fields = StoredFields.within(document);
		Document image = fields.optionalDocument("image");
		return new DraftContent(fields.text("headline"), fields.optionalText("slug"), fields.optionalText("brief"),
				fields.text("markdown"), fields.text("language"), id(fields.optionalText("section")),
				ids(fields.texts("authors")), this.topics.current(ids(fields.texts("topics"))),
				(image != null) ? this.images.readParts(image) : null,
				comment(fields.optionalDocument("editorsComment")));
	}

	private static @Nullable Document write(@Nullable EditorsComment comment) {
		if (comment == null) {
			return null;
		}
		return new Document("text", comment.text())
			.append("author", (comment.author() != null) ? comment.author().value() : null)
			.append("at", comment.at());
	}

	private static @Nullable EditorsComment comment(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		StoredFields fields = StoredFields.within(document);
		return new EditorsComment(fields.text("text"), id(fields.optionalText("author")), fields.optionalInstant("at"));
	}

	private static @Nullable NodeId id(@Nullable String value) {
		return (value != null) ? new NodeId(value) : null;
	}

	private static List<NodeId> ids(List<String> values) {
		return values.stream().map(NodeId::new).toList();
	}

}
