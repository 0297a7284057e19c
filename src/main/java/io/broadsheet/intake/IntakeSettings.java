package io.broadsheet.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the newsroom decides about the sample content.
 *
 * @param sample whether the sample newsroom is loaded into an empty embedded store
 * @param production whether this is no first look, so that there is no sample
 */
@ConfigurationProperties("broadsheet")
record IntakeSettings(@DefaultValue("true") boolean sample, @DefaultValue("false") boolean production) {
}
