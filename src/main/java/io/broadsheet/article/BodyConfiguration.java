package io.broadsheet.article;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the readers' pace known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingPace.class)
class BodyConfiguration {

}
