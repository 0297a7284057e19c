package io.broadsheet.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files to take in below the paths that were given, in the order in which to read
 * them.
 */
final class ContentFiles extends SimpleFileVisitor<Path> {

	/** Folders that hold articles and are no sections themselves. */
	static final Set<String> CONTENT_FOLDERS = Set.of("content", "contents", "articles", "posts", "_posts", "stories",
			"src", "source", "site");

	private static final Set<String> ARTICLE_FOLDERS = Set.of("content", "articles", "posts", "stories");

	private static final Set<String> OTHER_FOLDERS = Set.of("node_modules", "vendor", "themes", "archetypes", "layouts",
			"_layouts", "_includes", "_sass", "_site");

	private static final Pattern EXPORTED_PICTURE = Pattern.compile("[0-9a-f]{32}\\.[a-z]{3,4}");

	private static final int DEEPEST = 64;

	private final List<ContentFile> files = new ArrayList<>();

	private final Set<Path> seen = new HashSet<>();

	private final BiConsumer<Source, String> refusals;

	private Path given = Path.of("");

	private Path root = Path.of("");

	private int others;

	private ContentFiles(BiConsumer<Source, String> refusals) {
		this.refusals = refusals;
	}

	/**
	 * Finds the files.
	 * @param paths files and folders
	 * @param refusals is told of what cannot be read
	 * @throws IOException if a path is not there
	 */
	static ContentFiles below(List<Path> paths, BiConsumer<Source, String> refusals) throws IOException {
		ContentFiles files = new ContentFiles(refusals);
		for (Path path : paths) {
			files.collect(path);
		}
		files.files.sort(Comparator.comparing(ContentFile::kind).thenComparing(ContentFile::path));
		return files;
	}

	/** The files in the order in which to read them. */
	List<ContentFile> inOrder() {
		return this.files;
	}

	/** How many files are of other kinds, and were left alone. */
	int others() {
		return this.others;
	}

	private void collect(Path path) throws IOException {
		this.given = path;
		this.root = root(path.toAbsolutePath().normalize());
		Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, this);
	}

	/**
	 * Sections are counted from the folder that was given, or, if that lies within a
	 * folder of articles, from there: whatever part is imported, the sections are the
	 * same.
	 */
	private static Path root(Path path) {
		Path folder = Files.isDirectory(path) ? path : parent(path);
		boolean isSite = CONTENT_FOLDERS.stream().anyMatch((name) -> Files.isDirectory(folder.resolve(name)));
		for (Path at = folder; !isSite && at != null && at.getFileName() != null; at = at.getParent()) {
			if (ARTICLE_FOLDERS.contains(at.getFileName().toString())) {
				return at;
			}
		}
		return folder;
	}

	/** The folder of the whole site that a folder of articles belongs to. */
	static Path site(Path root) {
		Path at = root;
		while (at.getFileName() != null && at.getParent() != null
				&& ARTICLE_FOLDERS.contains(at.getFileName().toString())) {
			at = at.getParent();
		}
		boolean isSource = !at.equals(root) && at.endsWith("src") && at.getParent() != null;
		return isSource ? parent(at) : at;
	}

	private static Path parent(Path path) {
		Path parent = path.getParent();
		return (parent != null) ? parent : path;
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
		if (folder.equals(this.given)) {
			return FileVisitResult.CONTINUE;
		}
		String name = String.valueOf(folder.getFileName());
		if (name.startsWith(".") || OTHER_FOLDERS.contains(name)) {
			return FileVisitResult.SKIP_SUBTREE;
		}
		if (leadsOutside(folder)) {
			refuse(folder, "The link leads outside the folder that was given.");
			return FileVisitResult.SKIP_SUBTREE;
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
		ContentFile.Kind kind = kind(file);
		if (attributes.isDirectory()) {
			refuse(file, "The folders are nested more than " + DEEPEST + " levels deep.");
		}
		else if (kind == null) {
			this.others++;
		}
		else if (!attributes.isRegularFile()) {
			refuse(file, "This is no file that can be read.");
		}
		else if (!file.equals(this.given) && leadsOutside(file)) {
			refuse(file, "The link leads outside the folder that was given.");
		}
		else if (this.seen.add(file.toRealPath())) {
			this.files.add(new ContentFile(file.toAbsolutePath().normalize(), file.toString(), this.root, kind,
					attributes.size()));
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
		if (file.equals(this.given)) {
			throw ex;
		}
		refuse(file, (ex instanceof FileSystemLoopException) ? "The link leads back to a folder that it is in."
				: "It cannot be read: " + reason(ex) + ".");
		return FileVisitResult.CONTINUE;
	}

	/** What keeps a file from being read, in words. */
	static String reason(IOException ex) {
		return switch (ex) {
			case AccessDeniedException denied -> "permission denied";
			case NoSuchFileException missing -> "there is no such file";
			default -> String.valueOf(ex.getMessage());
		};
	}

	private void refuse(Path file, String reason) {
		this.refusals.accept(new Source(file.toString(), 1), reason);
	}

	private boolean leadsOutside(Path path) throws IOException {
		return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(this.given.toRealPath());
	}

	private static ContentFile.@Nullable Kind kind(Path file) {
		String name = String.valueOf(file.getFileName());
		String lower = name.toLowerCase(Locale.ROOT);
		if (name.startsWith(".") || lower.equals("readme.md")) {
			return null;
		}
		if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
			return lower.startsWith("_index.") ? ContentFile.Kind.SECTION_PAGE : ContentFile.Kind.ARTICLE_PAGE;
		}
		if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
			return switch (lower.substring(0, lower.lastIndexOf('.'))) {
				case "sections" -> ContentFile.Kind.SECTIONS;
				case "authors" -> ContentFile.Kind.AUTHORS;
				case "topics" -> ContentFile.Kind.TOPICS;
				case "articles" -> ContentFile.Kind.ARTICLES;
				default -> ContentFile.Kind.MIXED;
			};
		}
		Path folder = file.getParent();
		boolean isExported = folder != null && folder.endsWith("media") && EXPORTED_PICTURE.matcher(name).matches();
		return isExported ? ContentFile.Kind.PICTURE : null;
	}

}
