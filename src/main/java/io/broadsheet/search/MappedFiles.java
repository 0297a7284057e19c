package io.broadsheet.search;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.store.DataAccessHint;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.apache.lucene.store.ReadAdvice;

/**
 * A folder whose files are mapped into memory. The system is told that they are read here
 * and there, unless all of a file is: it would read what stands around too, up to some
 * megabytes each time, and where memory is short drive out what is needed. And what was
 * once read of a mapped file counts as the process's memory for as long as the file is
 * open, whether it is ever read again or not, until it is let go.
 */
class MappedFiles extends FilterDirectory {

	private final Map<String, MemorySegment> mapped = new ConcurrentHashMap<>();

	/**
	 * Opens a folder.
	 * @param folder the folder, which is made if it is not there
	 */
	MappedFiles(Path folder) throws IOException {
		this(mapping(folder));
	}

	/**
	 * @param directory a directory, whose files need not be mapped
	 */
	MappedFiles(Directory directory) {
		super(directory);
	}

	private static Directory mapping(Path folder) throws IOException {
		Directory directory = FSDirectory.open(folder);
		if (directory instanceof MMapDirectory mapping) {
			mapping.setReadAdvice((name, context) -> Optional.of(advice(context)));
		}
		return directory;
	}

	private static ReadAdvice advice(IOContext context) {
		return switch (context.context()) {
			case MERGE, FLUSH -> ReadAdvice.SEQUENTIAL;
			case DEFAULT ->
				context.hints().contains(DataAccessHint.SEQUENTIAL) ? ReadAdvice.SEQUENTIAL : ReadAdvice.RANDOM;
		};
	}

	/** What is opened to be read once is closed soon. */
	@Override
	public IndexInput openInput(String name, IOContext context) throws IOException {
		IndexInput input = super.openInput(name, context);
		if (!context.equals(IOContext.READONCE) && input instanceof MemorySegmentAccessInput file) {
			MemorySegment whole = file.segmentSliceOrNull(0, input.length());
			if (whole != null) {
				this.mapped.put(name, whole);
			}
		}
		return input;
	}

	@Override
	public void deleteFile(String name) throws IOException {
		this.mapped.remove(name);
		super.deleteFile(name);
	}

	/**
	 * Lets go of the memory of files, none of which may be closed meanwhile. Whoever
	 * reads one finds what it needs of it in the system's cache or on disk.
	 * @param names the files
	 */
	void letGo(Collection<String> names) {
		for (String name : names) {
			MemorySegment file = this.mapped.get(name);
			if (file != null && file.isMapped() && file.scope().isAlive()) {
				file.unload();
			}
		}
	}

}
