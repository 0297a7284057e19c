package io.broadsheet.graph;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the site's settings known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class GraphConfiguration {

}
