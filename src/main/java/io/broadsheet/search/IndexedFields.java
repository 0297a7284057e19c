package io.broadsheet.search;

import io.broadsheet.article.Article;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.document.Document;

/**
 * What a downstream package has the index keep of each article, beside what lists and
 * searches need. Every bean of this type is asked whenever an article is indexed.
 */
public interface IndexedFields {

	/**
	 * Names the form of these fields, settings that shape them included. An index that
	 * was written with other forms is rebuilt, so this changes exactly when the same
	 * article would be given other fields than before.
	 */
	String form();

	/**
	 * How the values of a field are written.
	 * @param field the field's name
	 * @param usual how they are if nobody wants anything else
	 */
	default DocValuesFormat formatOf(String field, DocValuesFormat usual) {
		return usual;
	}

	/**
	 * Adds the fields of one article; called from several threads.
	 * @param document where they are added, under names that begin with the package's
	 * name and a dot
	 * @param article the whole article
	 * @param texts its texts
	 */
	void addTo(Document document, Article article, ArticleTexts texts);

}
