package io.broadsheet.editorial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.broadsheet.article.Article;
import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.ImageParts;
import org.jspecify.annotations.Nullable;

/**
 * What editors write of a story. It need not be enough for a page yet.
 *
 * @param headline the headline; empty until there is one
 * @param slug the slug that was chosen; null if it is to be made of the headline
 * @param brief what the story says in one or two sentences
 * @param markdown the body
 * @param language the language it is written in
 * @param section where in the paper it is to stand
 * @param authors the byline, in order
 * @param topics what it is about, the most important first
 * @param image what is known of its picture
 * @param editorsComment what the editor has to say about it
 */
record DraftContent(String headline, @Nullable String slug, @Nullable String brief, String markdown, String language,
		@Nullable NodeId section, List<NodeId> authors, List<NodeId> topics, @Nullable ImageParts image,
		@Nullable EditorsComment editorsComment) {

	/** The language of what does not say its own. */
	static final String DEFAULT_LANGUAGE = "en";

	static final DraftContent EMPTY = new DraftContent("", null, null, "", DEFAULT_LANGUAGE, null, List.of(), List.of(),
			null, null);

	/** The texts among the fields, as the API calls them. */
	private static final Map<String, Function<DraftContent, @Nullable String>> TEXTS = new LinkedHashMap<>();

	/** All fields, as the API calls them, in its order. */
	private static final Map<String, Function<DraftContent, @Nullable Object>> FIELDS = new LinkedHashMap<>();

	static {
		TEXTS.put("headline", DraftContent::headline);
		TEXTS.put("brief", DraftContent::brief);
		TEXTS.put("markdown", DraftContent::markdown);
		TEXTS.put("editorsComment", DraftContent::comment);
		FIELDS.put("headline", DraftContent::headline);
		FIELDS.put("slug", DraftContent::slug);
		FIELDS.put("brief", DraftContent::brief);
		FIELDS.put("markdown", DraftContent::markdown);
		FIELDS.put("language", DraftContent::language);
		FIELDS.put("section", DraftContent::section);
		FIELDS.put("authors", DraftContent::authors);
		FIELDS.put("topics", DraftContent::topics);
		FIELDS.put("image", DraftContent::image);
		FIELDS.put("editorsComment", DraftContent::comment);
	}

	DraftContent {
		authors = List.copyOf(authors);
		topics = List.copyOf(topics);
	}

	/** What an article says. */
	static DraftContent of(Article article) {
		return new DraftContent(article.headline(), article.slug(), article.brief(), article.markdown(),
				article.language(), article.section(), article.authors(), article.topics(),
				(article.image() != null) ? ImageParts.of(article.image()) : null, article.editorsComment());
	}

	/** The text of the editor's comment. */
	@Nullable String comment() {
		return (this.editorsComment != null) ? this.editorsComment.text() : null;
	}

	/**
	 * The names of the fields in which another content differs, as the API calls them.
	 */
	List<String> differences(DraftContent other) {
		return FIELDS.entrySet()
			.stream()
			.filter((field) -> !Objects.equals(field.getValue().apply(this), field.getValue().apply(other)))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The texts by the names of their fields, empty where there is none. */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		TEXTS.forEach((name, text) -> texts.put(name, Objects.requireNonNullElse(text.apply(this), "")));
		return texts;
	}

	/** This content with a slug. */
	DraftContent at(String address) {
		return new DraftContent(this.headline, address, this.brief, this.markdown, this.language, this.section,
				this.authors, this.topics, this.image, this.editorsComment);
	}

}
