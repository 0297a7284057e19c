package io.broadsheet.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.broadsheet.article.Article;
import io.broadsheet.article.Withdrawal;
import io.broadsheet.graph.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * An article as a file has it: what it refers to is still what the file calls it.
 *
 * @param source where it is
 * @param folder where the files are that it names
 * @param id its id, if the file says it
 * @param slug its slug
 * @param addresses its earlier slugs and paths
 * @param bodyLine the line that the body begins on
 * @param section its section by id, slug, name or path; null to be told by the folders
 * @param folders the folders that it is in
 * @param comment the editor's comment
 * @param withdrawal why readers no longer get it; null if they do
 */
record ArticleEntry(Source source, Path folder, @Nullable NodeId id, String slug, List<String> addresses,
		String headline, @Nullable String brief, String markdown, int bodyLine, @Nullable String language,
		@Nullable String section, List<String> folders, List<Reference> authors, List<Reference> topics,
		List<Reference> categories, @Nullable PictureEntry image, @Nullable Comment comment,
		List<Article.Correction> corrections, List<String> picks, @Nullable Instant firstPublishedAt,
		Instant publishedAt, @Nullable Instant updatedAt, @Nullable Withdrawal withdrawal, Map<String, Object> extra) {

	/**
	 * The editor's comment as a file has it.
	 *
	 * @param text the comment
	 * @param author who says it
	 * @param at when it was said
	 */
	record Comment(String text, @Nullable Reference author, @Nullable Instant at) {
	}

}
