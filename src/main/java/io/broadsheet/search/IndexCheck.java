package io.broadsheet.search;

import java.io.IOException;

import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole index while it is used already. A start would wait long for that: of a
 * million articles it is many gigabytes.
 */
final class IndexCheck {

	private static final Logger logger = LoggerFactory.getLogger(IndexCheck.class);

	private IndexCheck() {
	}

	/**
	 * Checks an index beside what else goes on, unless that has been done.
	 * @param index the index
	 * @param ifDamaged what to do if a file is not as it was written
	 * @return the thread that checks it
	 */
	static Thread beside(OpenIndex index, Runnable ifDamaged) {
		return Thread.ofPlatform().daemon().name("index-check").start(() -> {
			if (!index.isVerified() && isDamaged(index)) {
				ifDamaged.run();
			}
		});
	}

	private static boolean isDamaged(OpenIndex index) {
		try {
			index.verify();
		}
		catch (AlreadyClosedException ex) {
			logger.debug("The index was closed before it was checked", ex);
		}
		catch (IOException ex) {
			logger.warn("The index is damaged: {}", ex.getMessage());
			return true;
		}
		return false;
	}

}
