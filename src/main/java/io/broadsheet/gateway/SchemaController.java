package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;

import io.broadsheet.access.Viewer;

import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * {@code GET /graphql/schema}: the schema as text; in production for editors alone, as
 * introspection is.
 */
@Controller
class SchemaController {

	private final SchemaText schema;

	private final GatewaySettings settings;

	SchemaController(GraphQlSource source, GatewaySettings settings) {
		this.schema = SchemaText.of(source.schema());
		this.settings = settings;
	}

	@GetMapping("/graphql/schema")
	ResponseEntity<String> schema(ServletWebRequest request) {
		if (this.settings.production() && !Viewer.of(request.getRequest()).isEditor()) {
			return ResponseEntity.notFound().build();
		}
		if (request.checkNotModified(this.schema.entityTag())) {
			return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(this.schema.entityTag()).build();
		}
		return ResponseEntity.ok()
			.eTag(this.schema.entityTag())
			.header("Cache-Control", "no-cache")
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.body(this.schema.text());
	}

}
