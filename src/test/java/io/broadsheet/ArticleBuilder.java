package io.broadsheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.broadsheet.article.Article;
import io.broadsheet.article.Article.Correction;
import io.broadsheet.article.Article.EditorsComment;
import io.broadsheet.article.ReadingLoad;
import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.media.Image;
import io.broadsheet.section.Section;
import io.broadsheet.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A story that a test tells, with sensible values for all that it does not tell. */
public final class ArticleBuilder {

	private final String headline;

	private String slug;

	private final List<String> formerAddresses = new ArrayList<>();

	private String language = "en";

	private @Nullable String brief;

	private String markdown = "Nothing more is known.";

	private @Nullable NodeId section;

	private List<NodeId> authors = List.of();

	private List<NodeId> goneAuthors = List.of();

	private List<NodeId> topics = List.of();

	private @Nullable Image image;

	private @Nullable EditorsComment editorsComment;

	private List<Correction> corrections = List.of();

	private List<NodeId> picks = List.of();

	private Instant publishedAt = TestClock.NOON;

	ArticleBuilder(String headline) {
		this.headline = headline;
		this.slug = Slug.from(headline, "story");
	}

	/** The id that the story has. */
	public NodeId id() {
		return NodeId.named(Article.KIND, Slug.from(this.headline, "story"));
	}

	public ArticleBuilder at(String address) {
		this.slug = address;
		return this;
	}

	public ArticleBuilder formerlyAt(String... addresses) {
		this.formerAddresses.addAll(Arrays.asList(addresses));
		return this;
	}

	public ArticleBuilder in(String tag) {
		this.language = tag;
		return this;
	}

	public ArticleBuilder in(Section where) {
		this.section = where.id();
		return this;
	}

	public ArticleBuilder brief(String text) {
		this.brief = text;
		return this;
	}

	public ArticleBuilder saying(String text) {
		this.markdown = text;
		return this;
	}

	public ArticleBuilder by(Author... byline) {
		this.authors = Stream.concat(this.goneAuthors.stream(), Arrays.stream(byline).map(Author::id)).toList();
		return this;
	}

	public ArticleBuilder about(Topic... matters) {
		this.topics = Arrays.stream(matters).map(Topic::id).toList();
		return this;
	}

	/** Refers, before its byline, to what is not there. */
	public ArticleBuilder referringTo(NodeId author, NodeId topic, NodeId nowhere) {
		this.goneAuthors = List.of(author);
		this.topics = List.of(topic);
		this.section = nowhere;
		return this;
	}

	public ArticleBuilder showing(Image picture) {
		this.image = picture;
		return this;
	}

	public ArticleBuilder commented(String text, Author editor, Instant when) {
		this.editorsComment = new EditorsComment(text, editor.id(), when);
		return this;
	}

	public ArticleBuilder corrected(Correction... made) {
		this.corrections = List.of(made);
		return this;
	}

	public ArticleBuilder beside(ArticleBuilder... pinned) {
		this.picks = Arrays.stream(pinned).map(ArticleBuilder::id).toList();
		return this;
	}

	public ArticleBuilder publishedAt(Instant when) {
		this.publishedAt = when;
		return this;
	}

	/** The story as the newsroom publishes it. */
	public Article build() {
		return new Article(id(), this.slug, this.formerAddresses, this.language, this.headline, this.brief,
				this.markdown, ReadingLoad.NONE, this.section, this.authors, this.topics, this.image,
				this.editorsComment, this.corrections, this.picks, this.publishedAt, this.publishedAt, this.publishedAt,
				Map.of());
	}

}
