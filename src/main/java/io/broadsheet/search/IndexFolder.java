package io.broadsheet.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an index. No two processes share one: the first has {@code index}, a
 * second beside it {@code index-2}, and so on.
 */
final class IndexFolder {

	private static final Logger logger = LoggerFactory.getLogger(IndexFolder.class);

	private static final int MOST = 32;

	/** So much is read through before it is used; {@link IndexCheck} reads more. */
	private static final long VERIFIED_AT_ONCE = 16 << 20;

	private IndexFolder() {
	}

	/**
	 * Opens the first index that no other process has.
	 * @param dataDir the folder in which the indexes' folders are
	 * @param codec how it is written
	 * @param form the notes that an index must have to be of use
	 * @return the index; an empty one if there was none or none of use
	 * @throws IOException if the folder cannot be used
	 */
	static OpenIndex open(Path dataDir, Codec codec, Map<String, String> form) throws IOException {
		for (int n = 1; n <= MOST; n++) {
			Path folder = dataDir.resolve((n == 1) ? "index" : "index-" + n);
			try {
				return open(new MappedFiles(folder), folder, codec, form);
			}
			catch (LockObtainFailedException ex) {
				logger.debug("{} belongs to another process", folder, ex);
			}
		}
		throw new IOException("Each of %d index folders in %s belongs to another process".formatted(MOST, dataDir));
	}

	private static OpenIndex open(MappedFiles directory, Path folder, Codec codec, Map<String, String> form)
			throws IOException {
		OpenIndex index = null;
		try {
			index = new OpenIndex(directory, codec, false);
			if (index.size() <= VERIFIED_AT_ONCE) {
				index.verify();
			}
			if (index.notes().entrySet().containsAll(form.entrySet())) {
				return index;
			}
			logger.info("There is no index in {}, or one of another form", folder);
		}
		catch (LockObtainFailedException ex) {
			directory.close();
			throw ex;
		}
		catch (IOException | IllegalArgumentException ex) {
			logger.warn("The index in {} is damaged: {}", folder, ex.getMessage());
		}
		if (index != null) {
			index.close();
		}
		return fresh(new MappedFiles(folder), codec);
	}

	private static OpenIndex fresh(MappedFiles directory, Codec codec) throws IOException {
		for (String file : directory.listAll()) {
			if (!IndexWriter.WRITE_LOCK_NAME.equals(file)) {
				directory.deleteFile(file);
			}
		}
		return new OpenIndex(directory, codec, true);
	}

}
