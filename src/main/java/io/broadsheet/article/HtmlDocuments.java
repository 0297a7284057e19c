package io.broadsheet.article;

import io.broadsheet.graph.Site;
import io.broadsheet.store.StoredFields;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How the HTML of bodies is stored beside their Markdown, so that pages need not be made
 * anew with each request. It is of use only as long as the same Markdown would be made
 * the same: otherwise it is made again.
 */
final class HtmlDocuments {

	/** The articles' field with it. */
	static final String FIELD = "html";

	/** Longer HTML is not stored: with it a document could be more than a store takes. */
	private static final int LONGEST = 500_000;

	private final String form;

	/**
	 * @param site the site whose addresses it has
	 */
	HtmlDocuments(Site site) {
		this.form = Rendering.VERSION + " " + site.address("/");
	}

	@Nullable Document write(ArticleBody body) {
		String html = body.html();
		if (html.length() > LONGEST) {
			return null;
		}
		return new Document("form", this.form).append("markdownHash", body.markdown().hashCode()).append("text", html);
	}

	/** The HTML of an article's document; null if it has none of use. */
	@Nullable String read(StoredFields article) {
		Document stored = article.optionalDocument(FIELD);
		if (stored == null) {
			return null;
		}
		StoredFields html = StoredFields.within(stored);
		boolean isCurrent = html.text("form").equals(this.form)
				&& html.number("markdownHash") == article.text("markdown").hashCode();
		return isCurrent ? html.text("text") : null;
	}

}
