package io.broadsheet.article;

import java.util.List;

import io.broadsheet.graph.Site;
import org.jspecify.annotations.Nullable;

/**
 * A text that its author wrote in Markdown, in all the forms in which readers get it. It
 * is parsed once, when first somebody asks for more than the Markdown.
 */
public final class ArticleBody {

	private final String markdown;

	private final Site site;

	private volatile @Nullable Rendering rendering;

	private @Nullable String html;

	private ArticleBody(String markdown, @Nullable String html, Site site) {
		this.markdown = markdown;
		this.html = html;
		this.site = site;
	}

	/**
	 * Makes a body.
	 * @param markdown what its author wrote
	 * @param site the site on which it appears, whose addresses its relative ones are
	 * @return the body
	 */
	public static ArticleBody of(String markdown, Site site) {
		return new ArticleBody(markdown, null, site);
	}

	/**
	 * Makes a body whose HTML is known.
	 * @param markdown what its author wrote
	 * @param html its HTML, as {@link #html()} gives it
	 * @param site the site on which it appears
	 * @return the body
	 */
	static ArticleBody of(String markdown, String html, Site site) {
		return new ArticleBody(markdown, html, site);
	}

	/**
	 * The plain text of a body of which nothing else is wanted.
	 * @param markdown what its author wrote
	 * @param site the site on which it appears
	 * @return what {@link #text()} gives too
	 */
	public static String textOf(String markdown, Site site) {
		String prose = Prose.textOf(markdown);
		return (prose != null) ? prose : of(markdown, site).text();
	}

	/** What its author wrote. */
	public String markdown() {
		return this.markdown;
	}

	/** HTML that is safe in any page: see {@link SafeHtml}. */
	public String html() {
		Rendering done = this.rendering;
		return (done != null) ? done.html() : htmlAlone();
	}

	/** Most pages want nothing else of a body, and the rest is as much work again. */
	private synchronized String htmlAlone() {
		String known = this.html;
		if (known == null) {
			known = Rendering.html(this.markdown, this.site);
			this.html = known;
		}
		return known;
	}

	/** Plain text: the texts of all blocks, joined by blank lines. */
	public String text() {
		return rendering().text();
	}

	/** Its pieces in order. */
	public List<Block> blocks() {
		return rendering().blocks();
	}

	/** How many pictures stand in it. */
	public int pictures() {
		return rendering().pictures();
	}

	/**
	 * Its beginning, on one line: from paragraphs, quotes and lists alone, if it has any.
	 * @param words the greatest number of words
	 * @return the beginning, cut at a word's end, with … if something was cut
	 */
	public String excerpt(int words) {
		return Excerpt.of(rendering().blocks(), words);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ArticleBody body && body.markdown.equals(this.markdown) && body.site.equals(this.site);
	}

	@Override
	public int hashCode() {
		return this.markdown.hashCode();
	}

	@Override
	public String toString() {
		return this.markdown;
	}

	private Rendering rendering() {
		Rendering done = this.rendering;
		return (done != null) ? done : render();
	}

	private synchronized Rendering render() {
		Rendering done = this.rendering;
		if (done == null) {
			done = Rendering.of(this.markdown, this.site);
			this.rendering = done;
		}
		return done;
	}

}
