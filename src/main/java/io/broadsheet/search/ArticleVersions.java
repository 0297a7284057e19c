package io.broadsheet.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Sha256;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/** What tells one state of an article from another, and is kept in the index. */
final class ArticleVersions {

	private ArticleVersions() {
	}

	/** The version of an article: equal if readers see the same. */
	static long of(Article article) {
		return ByteBuffer.wrap(Sha256.of(article.toString())).getLong();
	}

	/** The versions of those articles that a state of the index has. */
	static Map<NodeId, Long> in(IndexSearcher searcher, Collection<NodeId> ids) throws IOException {
		Map<NodeId, Long> versions = new HashMap<>();
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			for (NodeId id : ids) {
				read(leaf.reader(), id, versions);
			}
		}
		return versions;
	}

	private static void read(LeafReader leaf, NodeId id, Map<NodeId, Long> versions) throws IOException {
		PostingsEnum documents = leaf.postings(new Term(FieldNames.ID, id.value()), PostingsEnum.NONE);
		if (documents == null) {
			return;
		}
		for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents
			.nextDoc()) {
			if (leaf.getLiveDocs() == null || leaf.getLiveDocs().get(document)) {
				NumericDocValues values = Objects.requireNonNull(leaf.getNumericDocValues(FieldNames.VERSION));
				if (values.advanceExact(document)) {
					versions.put(id, values.longValue());
				}
			}
		}
	}

}
