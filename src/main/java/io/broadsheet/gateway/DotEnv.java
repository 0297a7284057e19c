package io.broadsheet.gateway;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static java.util.stream.Collectors.toMap;

/**
 * Lets {@code .env} name settings as the environment does, such as
 * {@code BROADSHEET_SITE_URL}: Spring Boot imports the file, but takes such names for
 * settings in the real environment alone.
 */
class DotEnv implements EnvironmentPostProcessor, Ordered {

	private static final Pattern IMPORTED = Pattern.compile("file \\[(.*[/\\\\])?\\.env]");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		MutablePropertySources sources = environment.getPropertySources();
		StreamSupport.stream(sources.spliterator(), false)
			.filter((source) -> IMPORTED.matcher(source.getName()).find())
			.toList()
			.forEach((source) -> sources.addAfter(source.getName(), asEnvironment(source)));
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	/** The name's end is what makes Spring Boot read it as an environment. */
	private static PropertySource<?> asEnvironment(PropertySource<?> source) {
		Map<String, Object> values = (source instanceof EnumerablePropertySource<?> file)
				? Arrays.stream(file.getPropertyNames())
					.collect(toMap((name) -> name, (name) -> String.valueOf(file.getProperty(name))))
				: Map.of();
		return new SystemEnvironmentPropertySource(
				".env-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values);
	}

}
