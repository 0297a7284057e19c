package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import io.broadsheet.store.Archive;
import io.broadsheet.store.UnfitDocument;

/**
 * Puts back what an export has beside content: drafts and the like. It never makes an
 * article of any of it.
 */
final class ArchiveIntake {

	private final Map<Archive, List<ContentFile>> files = new LinkedHashMap<>();

	private final Tally tally;

	/**
	 * @param archives what there is, each after those that it depends on
	 * @param tally is told what becomes of it
	 */
	ArchiveIntake(List<Archive> archives, Tally tally) {
		archives.forEach((archive) -> this.files.put(archive, new ArrayList<>()));
		this.tally = tally;
	}

	/**
	 * Takes a file whose lines are an archive's, to be put back by {@link #run}.
	 * @return whether it is such a file, which its first line that can be read tells
	 */
	boolean takes(ContentFile file) throws IOException {
		if (file.kind() != ContentFile.Kind.MIXED) {
			return false;
		}
		try (LineReader reader = reader(file)) {
			while (reader.next()) {
				Optional<Object> type = type(reader);
				if (type.isPresent()) {
					return take(file, type.get());
				}
			}
			return false;
		}
	}

	private boolean take(ContentFile file, Object type) {
		Optional<List<ContentFile>> chosen = this.files.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().type().equals(type))
			.map(Map.Entry::getValue)
			.findFirst();
		chosen.ifPresent((some) -> some.add(file));
		return chosen.isPresent();
	}

	/**
	 * Puts everything back that was taken.
	 * @param done is told of each file when all of it was read
	 */
	void run(Consumer<ContentFile> done) {
		this.files.forEach((archive, some) -> {
			for (ContentFile file : some) {
				restore(archive, file);
				done.accept(file);
			}
		});
	}

	private void restore(Archive archive, ContentFile file) {
		try (LineReader reader = reader(file)) {
			while (reader.next()) {
				restore(archive, file, reader);
			}
		}
		catch (IOException ex) {
			this.tally.refused(new Source(file.name(), 1), "It cannot be read: " + ContentFiles.reason(ex) + ".");
		}
	}

	private void restore(Archive archive, ContentFile file, LineReader reader) {
		Source source = new Source(file.name(), reader.number());
		try {
			String text = text(reader);
			if (text.isBlank()) {
				return;
			}
			if (!archive.type().equals(fields(text, reader).peek("type"))) {
				throw new Refused(reader.number(),
						"The \"type\" of this line is not \"%s\", as that of the others is.".formatted(archive.type()));
			}
			this.tally.restored(archive.noun(), archive.restore(text));
		}
		catch (Refused ex) {
			this.tally.refused(source, ex.reason());
		}
		catch (UnfitDocument ex) {
			this.tally.refused(source, String.valueOf(ex.getMessage()));
		}
	}

	private static Optional<Object> type(LineReader reader) {
		try {
			String text = text(reader);
			return text.isBlank() ? Optional.empty()
					: Optional.of(Objects.requireNonNullElse(fields(text, reader).peek("type"), ""));
		}
		catch (Refused ex) {
			return Optional.empty();
		}
	}

	private static Fields fields(String text, LineReader reader) throws Refused {
		return new Fields(JsonFrontMatter.read(text, reader.number()));
	}

	private static String text(LineReader reader) throws Refused {
		return ContentLines.text(reader.line(), reader.number());
	}

	private static LineReader reader(ContentFile file) throws IOException {
		return new LineReader(Files.newInputStream(file.path()), JsonFrontMatter.MAX_LINE);
	}

}
