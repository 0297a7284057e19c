package io.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that a handler in the gateway's own framework can do: Spring MVC on virtual
 * threads that reads a request and writes the bytes of a file. Arguments: the port, the
 * file.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(BareHandler.Handler.class)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class })
class BareHandler {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(BareHandler.class);
		application.setDefaultProperties(Map.of("server.port", args[0], "server.address", "127.0.0.1", "file", args[1],
				"spring.config.location", "optional:classpath:/none/", "spring.threads.virtual.enabled", "true",
				"server.tomcat.max-keep-alive-requests", "-1"));
		application.run();
	}

	@TestComponent
	@RestController
	static final class Handler {

		private final byte[] body;

		Handler(@Value("${file}") Path file) throws IOException {
			this.body = Files.readAllBytes(file);
		}

		@PostMapping(path = "/graphql", produces = MediaType.APPLICATION_JSON_VALUE)
		byte[] answer(@RequestBody byte[] request) {
			if (request.length == 0) {
				throw new IllegalArgumentException("There is no request");
			}
			return this.body;
		}

	}

}
