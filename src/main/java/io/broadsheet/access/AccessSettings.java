package io.broadsheet.access;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What access is granted for.
 *
 * @param dataDir the folder of the gateway's own keys
 * @param production whether readers are served: there is no development key
 */
@ConfigurationProperties("broadsheet")
record AccessSettings(@DefaultValue("data") Path dataDir, @DefaultValue("false") boolean production) {
}
