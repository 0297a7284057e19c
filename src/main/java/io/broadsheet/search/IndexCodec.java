package io.broadsheet.search;

import java.util.Collection;
import java.util.List;

import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * How the index is written: as Lucene does, but for fields of other packages that are
 * written as those want. It is read by whatever Lucene finds named in it.
 */
public final class IndexCodec extends Lucene104Codec {

	private final List<IndexedFields> others;

	/**
	 * Creates a codec.
	 * @param others the other packages' fields
	 */
	public IndexCodec(Collection<? extends IndexedFields> others) {
		this.others = List.copyOf(others);
	}

	@Override
	public DocValuesFormat getDocValuesFormatForField(String field) {
		DocValuesFormat format = super.getDocValuesFormatForField(field);
		for (IndexedFields fields : this.others) {
			format = fields.formatOf(field, format);
		}
		return format;
	}

}
