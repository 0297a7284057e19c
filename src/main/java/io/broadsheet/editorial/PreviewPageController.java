package io.broadsheet.editorial;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page that a preview link opens: plain, for people rather than for search engines,
 * and kept by nobody. What it shows is asked for by GraphQL, so that it is what a
 * frontend would show.
 */
@Controller
class PreviewPageController {

	static final String PATH = "/preview/";

	private static final Logger logger = LoggerFactory.getLogger(PreviewPageController.class);

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	/** Pictures may come from anywhere; nothing runs. */
	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'",
			"style-src 'unsafe-inline'", "img-src 'self' https: http: data:", "base-uri 'none'", "form-action 'none'",
			"frame-ancestors 'none'");

	private final ExecutionGraphQlService engine;

	private final String query;

	private final Template page;

	PreviewPageController(ExecutionGraphQlService engine) throws IOException {
		this.engine = engine;
		this.query = new ClassPathResource("preview/page.graphql").getContentAsString(StandardCharsets.UTF_8);
		this.page = template("preview/page.html");
	}

	@GetMapping(PATH + "{token}")
	ResponseEntity<String> page(@PathVariable String token) {
		ExecutionGraphQlResponse answer = this.engine
			.execute(new DefaultExecutionGraphQlRequest(this.query, null, Map.of("token", token), null,
					UUID.randomUUID().toString(), Locale.ENGLISH))
			.block();
		if (answer == null || !answer.getErrors().isEmpty()) {
			logger.warn("A preview could not be made whole: {}", (answer != null) ? answer.getErrors() : "no answer");
		}
		Map<String, Object> data = (answer != null) ? answer.getData() : null;
		Object article = (data != null) ? data.get("preview") : null;
		Map<String, Object> shown = new HashMap<>();
		shown.put("article", article);
		return ResponseEntity.status((article != null) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
			.contentType(HTML)
			.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
			.header("Cache-Control", "no-store")
			.header("X-Robots-Tag", "noindex, nofollow, noarchive")
			.header("Referrer-Policy", "no-referrer")
			.body(this.page.execute(shown));
	}

	private static Template template(String resource) throws IOException {
		try (Reader reader = new InputStreamReader(new ClassPathResource(resource).getInputStream(),
				StandardCharsets.UTF_8)) {
			return Mustache.compiler().nullValue("").compile(reader);
		}
	}

}
