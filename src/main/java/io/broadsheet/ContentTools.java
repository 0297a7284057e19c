package io.broadsheet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.store.Preparations;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/**
 * The part of the gateway that commands need which work on content: the store and what is
 * in it, without the API and without the index, which would only be thrown away. Of what
 * editors and readers do it has the documents alone, so that nothing is published beside.
 */
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class,
		ValidationAutoConfiguration.class, MongoAutoConfiguration.class })
@ComponentScan(
		basePackages = { "io.broadsheet.graph", "io.broadsheet.store", "io.broadsheet.media", "io.broadsheet.section",
				"io.broadsheet.author", "io.broadsheet.topic", "io.broadsheet.article", "io.broadsheet.intake" },
		excludeFilters = @Filter(Controller.class))
@ComponentScan(basePackages = { "io.broadsheet.editorial", "io.broadsheet.share" }, useDefaultFilters = false,
		includeFilters = { @Filter(Repository.class),
				@Filter(type = FilterType.REGEX, pattern = ".*\\.\\w+Documents") })
final class ContentTools {

	/**
	 * A store that is starting just now gets this long; one that is not there is not
	 * waited for longer.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** What is wrong is said by the command itself. */
	static final List<String> QUIET = List.of("--logging.level.root=error", "--logging.level.io.broadsheet=error",
			"--logging.level.io.broadsheet.start=off", "--logging.level.org.springframework.boot=off",
			"--logging.level.de.bwaldvogel.mongo=off", "--broadsheet.sample=false");

	private ContentTools() {
	}

	/**
	 * Opens the store.
	 * @param settings settings from the command line
	 * @return the beans, once the store is ready
	 */
	static ConfigurableApplicationContext open(List<String> settings) {
		ConfigurableApplicationContext beans = new SpringApplicationBuilder(ContentTools.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run(Stream.concat(QUIET.stream(), settings.stream()).toArray(String[]::new));
		try {
			beans.getBean(Preparations.class).await(PATIENCE);
			return beans;
		}
		catch (RuntimeException ex) {
			beans.close();
			throw ex;
		}
	}

}
