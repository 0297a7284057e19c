package io.broadsheet.related;

import java.io.IOException;
import java.util.Set;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What one state of the index knows of articles. */
final class TraitsIndex {

	/** Says that the index has no such article. */
	static final int NONE = -1;

	private final IndexReader reader;

	private final PairsIndex pairs;

	private final @Nullable BinaryDocValues[] traits;

	/**
	 * @param reader the state of the index
	 * @param pairs what it knows of pairs
	 */
	TraitsIndex(IndexReader reader, PairsIndex pairs) {
		this.reader = reader;
		this.pairs = pairs;
		this.traits = new BinaryDocValues[reader.leaves().size()];
	}

	/** The document of an article, or {@link #NONE}. */
	int find(NodeId id) throws IOException {
		Term term = new Term(RelatedFields.ID, id.value());
		for (LeafReaderContext leaf : this.reader.leaves()) {
			PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
			Bits live = leaf.reader().getLiveDocs();
			while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
				if (live == null || live.get(postings.docID())) {
					return leaf.docBase + postings.docID();
				}
			}
		}
		return NONE;
	}

	/** An article's traits; they stand until the next are asked for. */
	StoredTraits traits(int doc) throws IOException {
		return new StoredTraits(stored(doc));
	}

	/**
	 * An article's pairs.
	 * @param doc the article's document
	 * @param language the article's language
	 */
	TermCounts pairs(int doc, String language) throws IOException {
		return this.pairs.ofArticle(doc, language);
	}

	/** All of an article. */
	Subject subject(int doc) throws IOException {
		Document stored = this.reader.storedFields().document(doc, Set.of(RelatedFields.TEXT, RelatedFields.WORDS));
		Words words = Words.read(stored.get(RelatedFields.TEXT), stored.getBinaryValue(RelatedFields.WORDS));
		Traits traits = traits(doc).traits();
		return new Subject(traits, pairs(doc, traits.primaryLanguage()), words);
	}

	private BytesRef stored(int doc) throws IOException {
		int number = ReaderUtil.subIndex(doc, this.reader.leaves());
		LeafReaderContext leaf = this.reader.leaves().get(number);
		BinaryDocValues values = this.traits[number];
		if (values == null || values.docID() > doc - leaf.docBase) {
			values = DocValues.getBinary(leaf.reader(), RelatedFields.TRAITS);
			this.traits[number] = values;
		}
		if (!values.advanceExact(doc - leaf.docBase)) {
			throw new IOException("The index has no traits of document %d".formatted(doc));
		}
		return values.binaryValue();
	}

}
