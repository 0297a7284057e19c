package io.broadsheet.article;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The beginning of a text, for lists of articles. */
final class Excerpt {

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:.·、。，；：．\\p{Pd}]+$");

	private Excerpt() {
	}

	/**
	 * The first so many words of what in a body is running text, or else of all in it.
	 */
	static String of(List<Block> blocks, int count) {
		boolean hasProse = blocks.stream().anyMatch(Excerpt::isProse);
		return of(join(blocks, (block) -> !hasProse || isProse(block)), count);
	}

	private static String of(String prose, int count) {
		Words words = new Words(prose);
		int taken = 0;
		while (taken < count && words.next()) {
			taken++;
		}
		int end = words.end();
		boolean cut = taken == count && words.next();
		return cut ? LOOSE_END.matcher(prose.substring(0, end)).replaceFirst("") + "…" : prose;
	}

	private static String join(List<Block> blocks, Predicate<Block> wanted) {
		String lines = blocks.stream().filter(wanted).map(Block::text).collect(Collectors.joining(" "));
		return SPACES.matcher(lines).replaceAll(" ").strip();
	}

	private static boolean isProse(Block block) {
		return (block instanceof Paragraph || block instanceof Quote || block instanceof ListBlock)
				&& !block.text().isBlank();
	}

}
