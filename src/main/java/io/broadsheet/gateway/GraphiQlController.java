package io.broadsheet.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** GraphiQL, from this origin alone; not in production. */
@Controller
@ConditionalOnProperty(name = "broadsheet.production", havingValue = "false", matchIfMissing = true)
class GraphiQlController {

	/**
	 * The editor component sets styles on its elements; nothing else comes from anywhere
	 * else.
	 */
	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:", "connect-src 'self'",
			"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

	private final List<Lesson> lessons;

	GraphiQlController(GraphQlSource source) throws IOException {
		this.lessons = Lesson.all(source.schema());
	}

	@GetMapping("/")
	ResponseEntity<Void> home() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/graphiql")).build();
	}

	@GetMapping({ "/graphiql", "/graphiql/" })
	ResponseEntity<Resource> page() {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
			.header("Cache-Control", "no-cache")
			.body(new ClassPathResource("graphiql/index.html"));
	}

	@GetMapping(path = "/graphiql/lessons", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	List<Lesson> lessons() {
		return this.lessons;
	}

}
