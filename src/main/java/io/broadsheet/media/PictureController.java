package io.broadsheet.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.mongodb.MongoException;
import io.broadsheet.graph.Problem;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves pictures to any site, to be kept for a year. A picture that a reader opens by
 * itself can neither run nor load anything, whatever got past the screening.
 */
@Controller
class PictureController {

	private static final Logger logger = LoggerFactory.getLogger(PictureController.class);

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

	private static final String SECONDS_TO_WAIT = "5";

	private final Pictures pictures;

	PictureController(Pictures pictures) {
		this.pictures = pictures;
	}

	/** The picture, or a short 404 for a name that none has; answers HEAD as well. */
	@GetMapping(Pictures.FOLDER + "{*name}")
	ResponseEntity<byte[]> picture(@PathVariable String name) {
		PictureName known = PictureName.parse(name.substring(1)).orElse(null);
		Binary content = (known != null) ? this.pictures.content(known) : null;
		return (known != null && content != null) ? found(known, content)
				: plain(HttpStatus.NOT_FOUND).body(text("There is no such picture."));
	}

	/** The store is down. */
	@ExceptionHandler({ MongoException.class, Problem.StoreUnavailable.class })
	ResponseEntity<byte[]> unavailable(RuntimeException ex) {
		logger.warn("A picture could not be read from the store: {}", ex.getMessage());
		return plain(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
			.body(text("Pictures cannot be served just now. Please try again shortly."));
	}

	private static ResponseEntity<byte[]> found(PictureName name, Binary content) {
		return guarded(HttpStatus.OK).contentType(MediaType.parseMediaType(name.type().contentType()))
			.cacheControl(FOR_EVER)
			.eTag(name.hash())
			.header("Cross-Origin-Resource-Policy", "cross-origin")
			.body(content.getData());
	}

	private static ResponseEntity.BodyBuilder plain(HttpStatus status) {
		return guarded(status).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore());
	}

	private static ResponseEntity.BodyBuilder guarded(HttpStatus status) {
		return ResponseEntity.status(status)
			.header("Content-Security-Policy", POLICY)
			.header("X-Content-Type-Options", "nosniff");
	}

	private static byte[] text(String sentence) {
		return (sentence + "\n").getBytes(StandardCharsets.UTF_8);
	}

}
