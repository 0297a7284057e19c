package io.broadsheet.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;
import io.broadsheet.media.Image;
import org.jspecify.annotations.Nullable;

/**
 * A published story, as schema.org's NewsArticle. It refers to its section, authors,
 * topics and picks by id, so that it stands when one of them is gone. One that was read
 * for some {@link ArticleFields} only has empty values for the others.
 *
 * @param id the article's id
 * @param slug the article's part of the address
 * @param formerAddresses earlier slugs, and earlier paths on the site, which begin with a
 * slash; they keep leading here
 * @param language its language, as BCP 47 writes it
 * @param headline its headline
 * @param brief what it says in one or two sentences
 * @param markdown its body, in Markdown
 * @param readingLoad how much there is to read
 * @param section the section that it stands in
 * @param authors its byline, in order
 * @param topics what it is about, the most important first
 * @param image the picture at its top
 * @param editorsComment what the editor has to say about it
 * @param corrections what was put right, oldest first
 * @param picks what the editors pinned beside it
 * @param firstPublishedAt when readers could first read it
 * @param publishedAt when it was published
 * @param updatedAt when it last changed for readers
 * @param extra what a content file said that the gateway has no use for, kept for export
 * @param preview whether this is not what readers see, but what they would see if a draft
 * were published now
 * @param html the body's HTML as it was when this was stored; null if it was not read, or
 * is to be made of the Markdown
 */
public record Article(NodeId id, String slug, List<String> formerAddresses, String language, String headline,
		@Nullable String brief, String markdown, ReadingLoad readingLoad, @Nullable NodeId section,
		List<NodeId> authors, List<NodeId> topics, @Nullable Image image, @Nullable EditorsComment editorsComment,
		List<Correction> corrections, List<NodeId> picks, Instant firstPublishedAt, Instant publishedAt,
		Instant updatedAt, Map<String, Object> extra, boolean preview, @Nullable String html) implements Identified {

	/** The letter that begins articles' ids. */
	public static final char KIND = 'A';

	/** An article that readers see. */
	public Article(NodeId id, String slug, List<String> formerAddresses, String language, String headline,
			@Nullable String brief, String markdown, ReadingLoad readingLoad, @Nullable NodeId section,
			List<NodeId> authors, List<NodeId> topics, @Nullable Image image, @Nullable EditorsComment editorsComment,
			List<Correction> corrections, List<NodeId> picks, Instant firstPublishedAt, Instant publishedAt,
			Instant updatedAt, Map<String, Object> extra) {
		this(id, slug, formerAddresses, language, headline, brief, markdown, readingLoad, section, authors, topics,
				image, editorsComment, corrections, picks, firstPublishedAt, publishedAt, updatedAt, extra, false,
				null);
	}

	@Override
	public Collection<NodeId> named() {
		List<NodeId> named = new ArrayList<>(this.authors);
		named.addAll(this.topics);
		named.addAll(this.picks);
		if (this.section != null) {
			named.add(this.section);
		}
		if (this.editorsComment != null && this.editorsComment.author() != null) {
			named.add(this.editorsComment.author());
		}
		return named;
	}

	/**
	 * What the editor has to say about a story.
	 *
	 * @param text the comment, in Markdown
	 * @param author who says it
	 * @param at when it was said
	 */
	public record EditorsComment(String text, @Nullable NodeId author, @Nullable Instant at) {
	}

	/**
	 * Something that was put right after publication.
	 *
	 * @param text what was wrong and what is right
	 * @param kind what kind of change it was
	 * @param at when it was made
	 */
	public record Correction(String text, Kind kind, Instant at) {

		/** What kind of change a correction is. */
		public enum Kind {

			/** A mistake was put right. */
			CORRECTION,
			/** Something true was said more clearly. */
			CLARIFICATION,
			/** Something new was added. */
			UPDATE,
			/** The newsroom no longer stands by the story. */
			RETRACTION

		}

	}

}
