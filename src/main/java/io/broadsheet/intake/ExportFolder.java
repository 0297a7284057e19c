package io.broadsheet.intake;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of an export. Files get their names when all of them are complete, so that
 * an export that is cut off leaves the one before it as it was.
 */
final class ExportFolder implements Closeable {

	static final String PICTURES = "media";

	private static final String UNFINISHED = ".unfinished";

	private static final Set<String> NAMES = Set.of("sections.ndjson", "authors.ndjson", "topics.ndjson",
			"articles.ndjson", PICTURES);

	private static final Pattern PICTURE = Pattern.compile("/media/([0-9a-f]{32}\\.[a-z]{3,4})");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Path folder;

	private final Map<String, BufferedWriter> writers = new LinkedHashMap<>();

	private final Set<String> pictures = new TreeSet<>();

	/**
	 * @param folder where to export to
	 * @param archives the names of the files that it has beside content
	 * @param overwrite whether files may be there that are no export
	 * @throws NotAnExport if they are, and may not
	 */
	ExportFolder(Path folder, Set<String> archives, boolean overwrite) throws IOException {
		this.folder = folder;
		Files.createDirectories(folder.resolve(PICTURES));
		if (!overwrite) {
			requireExport(folder, archives);
		}
	}

	private static void requireExport(Path folder, Set<String> archives) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<String> others = files.map((file) -> String.valueOf(file.getFileName()))
				.filter((name) -> !NAMES.contains(name) && !archives.contains(name) && !name.endsWith(UNFINISHED))
				.sorted()
				.toList();
			if (!others.isEmpty()) {
				throw new NotAnExport(folder, others.getFirst());
			}
		}
	}

	/** Writes a line. */
	void write(String file, Map<String, Object> line) throws IOException {
		write(file, MAPPER.writeValueAsString(line));
	}

	/** Writes a line of JSON. */
	void write(String file, String json) throws IOException {
		BufferedWriter writer = writer(file);
		writer.write(json);
		writer.write('\n');
		Matcher picture = PICTURE.matcher(json);
		while (picture.find()) {
			this.pictures.add(picture.group(1));
		}
	}

	/** The names of the pictures that the lines so far mention. */
	Set<String> pictures() {
		return this.pictures;
	}

	/**
	 * Writes a picture, unless it is there: a picture's name follows from its content.
	 */
	void writePicture(String name, byte[] content) throws IOException {
		Path file = this.folder.resolve(PICTURES).resolve(name);
		if (!Files.exists(file) || Files.size(file) != content.length) {
			Path unfinished = this.folder.resolve(name + UNFINISHED);
			Files.write(unfinished, content);
			Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Gives the files their names, and removes pictures that an earlier export left. */
	void finish() throws IOException {
		List<String> names = new ArrayList<>(this.writers.keySet());
		close();
		for (String name : names) {
			Files.move(this.folder.resolve(name + UNFINISHED), this.folder.resolve(name),
					StandardCopyOption.REPLACE_EXISTING);
		}
		try (Stream<Path> files = Files.list(this.folder.resolve(PICTURES))) {
			for (Path file : files.toList()) {
				String name = String.valueOf(file.getFileName());
				if (PICTURE.matcher("/media/" + name).matches() && !this.pictures.contains(name)) {
					Files.delete(file);
				}
			}
		}
	}

	/** Sees to it that a file is there even without a line. */
	void begin(String file) throws IOException {
		writer(file);
	}

	@Override
	public void close() throws IOException {
		for (BufferedWriter writer : this.writers.values()) {
			writer.close();
		}
		this.writers.clear();
	}

	private BufferedWriter writer(String file) throws IOException {
		BufferedWriter writer = this.writers.get(file);
		if (writer == null) {
			writer = Files.newBufferedWriter(this.folder.resolve(file + UNFINISHED));
			this.writers.put(file, writer);
		}
		return writer;
	}

}
