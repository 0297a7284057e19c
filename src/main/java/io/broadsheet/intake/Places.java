package io.broadsheet.intake;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the names of files and folders tell, as static sites use them. */
final class Places {

	private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-_](.+)");

	private static final Pattern LOCALIZED = Pattern.compile("(.+)\\.([a-z]{2}(?:-[A-Za-z]{2})?)");

	private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

	private Places() {
	}

	/** The place of an article that is a file of its own. */
	static Place ofPage(ContentFile file) {
		Path folder = parent(file.path());
		String name = withoutEnding(file.path());
		List<String> folders = folders(file.root(), folder);
		String language = null;
		Matcher localized = LOCALIZED.matcher(name);
		if (localized.matches() && LANGUAGES.contains(localized.group(2).substring(0, 2))) {
			language = localized.group(2);
			name = localized.group(1);
		}
		if (name.equals("index")) {
			boolean isBundle = !folder.equals(file.root()) && !folders.isEmpty();
			name = isBundle ? folders.getLast() : "";
			folders = isBundle ? folders.subList(0, folders.size() - 1) : folders;
		}
		LocalDate date = null;
		Matcher dated = DATED.matcher(name);
		if (dated.matches()) {
			date = date(dated.group(1));
			name = (date != null) ? dated.group(2) : name;
		}
		if (language != null && !name.isEmpty()) {
			name = name + "-" + language.toLowerCase(Locale.ROOT);
		}
		return new Place(file.name(), 1, folder, sections(folders), name, date, language, true);
	}

	/** The place of an article that is a line of a file. */
	static Place ofLine(ContentFile file, int line) {
		return new Place(file.name(), line, parent(file.path()), List.of(), "", null, null, false);
	}

	/** The folders of a section that has a page. */
	static List<String> ofSectionPage(ContentFile file) {
		return sections(folders(file.root(), parent(file.path())));
	}

	private static List<String> folders(Path root, Path folder) {
		List<String> folders = new ArrayList<>();
		if (!folder.equals(root)) {
			root.relativize(folder).forEach((part) -> folders.add(part.toString()));
		}
		return folders;
	}

	/**
	 * Those that tell sections: not the outermost that hold all content, nor years and
	 * months.
	 */
	private static List<String> sections(List<String> folders) {
		List<String> sections = new ArrayList<>();
		for (String folder : folders) {
			boolean holdsAll = sections.isEmpty() && ContentFiles.CONTENT_FOLDERS.contains(folder);
			boolean isOfDates = folder.chars().allMatch(Character::isDigit);
			if (!holdsAll && !isOfDates && !folder.startsWith("_") && !folder.equals("..")) {
				sections.add(folder);
			}
		}
		return sections;
	}

	private static String withoutEnding(Path path) {
		String name = String.valueOf(path.getFileName());
		return name.substring(0, name.lastIndexOf('.'));
	}

	private static Path parent(Path path) {
		Path parent = path.getParent();
		return (parent != null) ? parent : path;
	}

	private static @Nullable LocalDate date(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
