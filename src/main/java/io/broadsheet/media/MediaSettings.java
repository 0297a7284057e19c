package io.broadsheet.media;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the newsroom decides about pictures' files.
 *
 * @param maxSize how large a file may be
 */
@ConfigurationProperties("broadsheet.media")
record MediaSettings(@DefaultValue("10MB") DataSize maxSize) {

	/** A document has at most 16 MB in MongoDB, and a picture is one document. */
	private static final DataSize LARGEST = DataSize.ofMegabytes(15);

	MediaSettings {
		if (maxSize.toBytes() < 1 || maxSize.compareTo(LARGEST) > 0) {
			throw new IllegalArgumentException("broadsheet.media.max-size is %s; it must be from 1B to %dMB."
				.formatted(maxSize, LARGEST.toMegabytes()));
		}
	}

}
