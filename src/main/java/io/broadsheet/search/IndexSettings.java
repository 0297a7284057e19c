package io.broadsheet.search;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is kept.
 *
 * @param dataDir the folder in which the index has folders of its own
 */
@ConfigurationProperties("broadsheet")
record IndexSettings(@DefaultValue("data") Path dataDir) {
}
