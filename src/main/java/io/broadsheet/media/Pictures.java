package io.broadsheet.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Date;

import com.github.benmanes.caffeine.cache.Cache;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.broadsheet.graph.Caches;
import io.broadsheet.graph.Site;
import io.broadsheet.store.Insertion;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The pictures' files that the gateway keeps and serves. Each is named by its content, so
 * that the same file is kept once however often it comes in, and is the same on every
 * instance for ever.
 */
@Component
public class Pictures {

	/** Where pictures are on the site. */
	static final String FOLDER = "/media/";

	private static final Logger logger = LoggerFactory.getLogger(Pictures.class);

	private static final int SCHEMA_VERSION = 1;

	private static final long CACHED_BYTES = 32L << 20;

	private final MongoCollection<Document> documents;

	private final MediaSettings settings;

	private final Site site;

	private final Clock clock;

	private final Cache<String, @Nullable Binary> cache = Caches.newBuilder()
		.maximumWeight(CACHED_BYTES)
		.weigher((String name, Binary content) -> content.length())
		.build();

	Pictures(MongoDatabase database, MediaSettings settings, Site site, Clock clock) {
		this.documents = database.getCollection("media");
		this.settings = settings;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Takes a picture in. What it is and how large is read from its content.
	 * @param file its content
	 * @return where it is served
	 * @throws IOException if the content cannot be read
	 * @throws RefusedPicture if it is none that readers can be shown
	 */
	public StoredPicture take(InputStream file) throws IOException, RefusedPicture {
		return take(file.readNBytes(Math.toIntExact(this.settings.maxSize().toBytes() + 1)));
	}

	/**
	 * Takes a picture in. What it is and how large is read from its content.
	 * @param file its content
	 * @return where it is served
	 * @throws RefusedPicture if it is none that readers can be shown
	 */
	public StoredPicture take(byte[] file) throws RefusedPicture {
		if (file.length > this.settings.maxSize().toBytes()) {
			throw new RefusedPicture(RefusedPicture.Reason.TOO_LARGE,
					"This picture has more than %,d bytes, which is the most that is taken."
						.formatted(this.settings.maxSize().toBytes()));
		}
		PictureInspection inspection = PictureInspection.of(file);
		PictureName name = PictureName.of(file, inspection.type());
		if (!isKept(name)) {
			keep(name, inspection, file);
		}
		return new StoredPicture(FOLDER + name, inspection.width(), inspection.height());
	}

	/**
	 * A picture's content.
	 * @param address where it is served: its path, or its full address on this site
	 * @return its content, or null if it is none of the pictures that are kept here
	 */
	public byte @Nullable [] find(String address) {
		String base = this.site.address("");
		String path = address.startsWith(base + FOLDER) ? address.substring(base.length()) : address;
		if (!path.startsWith(FOLDER)) {
			return null;
		}
		Binary content = PictureName.parse(path.substring(FOLDER.length())).map(this::content).orElse(null);
		return (content != null) ? content.getData().clone() : null;
	}

	/** The content of the picture with a name, or null if there is none. */
	@Nullable Binary content(PictureName name) {
		return this.cache.get(name.toString(), this::read);
	}

	private @Nullable Binary read(String name) {
		Document document = this.documents.find(Filters.eq("_id", name))
			.projection(Projections.include("bytes"))
			.first();
		if (document == null) {
			return null;
		}
		if (document.get("bytes") instanceof Binary content) {
			return content;
		}
		logger.error("Left out a damaged document: {} in media has no bytes", name);
		return null;
	}

	private boolean isKept(PictureName name) {
		return this.documents.find(Filters.eq("_id", name.toString()))
			.projection(Projections.include("_id"))
			.first() != null;
	}

	private void keep(PictureName name, PictureInspection inspection, byte[] file) {
		boolean isFirst = Insertion.ifAbsent(this.documents,
				new Document("_id", name.toString()).append("schemaVersion", SCHEMA_VERSION)
					.append("contentType", inspection.type().contentType())
					.append("bytes", new Binary(file))
					.append("width", inspection.width())
					.append("height", inspection.height())
					.append("at", Date.from(this.clock.instant())));
		if (!isFirst) {
			logger.debug("Somebody else took {} in at the same time", name);
		}
	}

}
