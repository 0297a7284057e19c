package io.broadsheet.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.broadsheet.graph.Site;
import io.broadsheet.media.Image;
import io.broadsheet.media.ImageParts;
import io.broadsheet.media.Pictures;
import io.broadsheet.media.RefusedPicture;
import io.broadsheet.media.StoredPicture;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that content names by file. Each is taken in once; the last few thousand
 * are remembered, which is what the map is for.
 */
final class PictureFiles {

	private static final int REMEMBERED = 4_096;

	/** Where static sites keep what is found at the root of the site. */
	private static final List<String> SITE_ROOTS = List.of("", "static", "public", "assets", "src", "src/assets",
			"source", "content");

	private final Pictures pictures;

	private final Site site;

	private final Map<Path, StoredPicture> taken = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Path, StoredPicture> eldest) {
			return size() > REMEMBERED;
		}

	};

	PictureFiles(Pictures pictures, Site site) {
		this.pictures = pictures;
		this.site = site;
	}

	/**
	 * The image that somebody described, with its file taken in.
	 * @param entry the description
	 * @param folder the folder of the file that has it
	 * @param root the folder that was given
	 * @throws Refused if there is no such picture, or it is none
	 */
	Image image(PictureEntry entry, Path folder, Path root) throws Refused {
		ImageParts said = entry.parts();
		String url = (said.url() != null) ? said.url() : "";
		StoredPicture picture = find(url, folder, root, entry.line());
		String address = (picture != null) ? this.site.address(picture.path()) : absolute(url);
		boolean decorative = said.alt() == null || Boolean.TRUE.equals(said.decorative());
		ImageParts parts = new ImageParts(address, said.alt(), decorative, said.caption(), said.credit(),
				said.license(), (picture != null) ? Integer.valueOf(picture.width()) : said.width(),
				(picture != null) ? Integer.valueOf(picture.height()) : said.height(), said.focalX(), said.focalY());
		List<ImageParts.Fault> faults = parts.faults();
		if (!faults.isEmpty()) {
			throw new Refused(entry.line(), faults.getFirst().message());
		}
		return parts.image();
	}

	/**
	 * The picture that an address in content means.
	 * @param address the address
	 * @param folder the folder of the file that has it
	 * @param root the folder that was given
	 * @param line the line that has it
	 * @return the picture as it is kept, or null if the address is one on the web or the
	 * gateway's own
	 * @throws Refused if there is no such picture, or it is none
	 */
	@Nullable StoredPicture find(String address, Path folder, Path root, int line) throws Refused {
		if (Names.isOnTheWeb(address)) {
			return null;
		}
		Path file = file(Names.decoded(address.split("[?#]", 2)[0]), folder, root);
		if (file != null) {
			return take(file, address, line);
		}
		if (this.pictures.find(address) != null) {
			return null;
		}
		throw new Refused(line,
				"There is no picture at \"%s\", neither from here nor from the site's root.".formatted(address));
	}

	/** Takes a picture's file in. */
	StoredPicture take(Path file, String name, int line) throws Refused {
		StoredPicture known = this.taken.get(file);
		if (known != null) {
			return known;
		}
		try (InputStream content = Files.newInputStream(file)) {
			StoredPicture picture = this.pictures.take(content);
			this.taken.put(file, picture);
			return picture;
		}
		catch (RefusedPicture ex) {
			throw new Refused(line, "The picture \"%s\" is refused: %s".formatted(name, ex.getMessage()));
		}
		catch (IOException ex) {
			throw new Refused(line, "The picture \"%s\" cannot be read: %s.".formatted(name, ContentFiles.reason(ex)));
		}
	}

	private String absolute(String url) {
		if (url.startsWith("//")) {
			return "https:" + url;
		}
		return url.startsWith("/") ? this.site.address(url) : url;
	}

	private static @Nullable Path file(String address, Path folder, Path root) throws Refused {
		Path limit = ContentFiles.site(root);
		try {
			String fromRoot = address.startsWith("/") ? address.substring(1) : address;
			Stream<Path> near = address.startsWith("/") ? Stream.of() : Stream.of(folder.resolve(address));
			Stream<Path> far = Stream.of(folder, root, limit)
				.distinct()
				.flatMap((base) -> SITE_ROOTS.stream().map((part) -> base.resolve(part).resolve(fromRoot)));
			return Stream.concat(near, far)
				.map(Path::normalize)
				.filter((file) -> file.startsWith(limit) && isFileWithin(file, limit))
				.findFirst()
				.orElse(null);
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

	private static boolean isFileWithin(Path file, Path limit) {
		try {
			return Files.isRegularFile(file) && file.toRealPath().startsWith(limit.toRealPath());
		}
		catch (IOException ex) {
			return false;
		}
	}

}
