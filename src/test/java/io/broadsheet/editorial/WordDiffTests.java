package io.broadsheet.editorial;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import io.broadsheet.editorial.TextChange.Part;
import io.broadsheet.editorial.TextChange.PartKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@Test
	void aWordThatChangedIsTheOnlyOneThatIsTold() {
		assertThat(WordDiff.between("The ferry is late.", "The tram is late.")).containsExactly(
				new Part(PartKind.KEPT, "The "), new Part(PartKind.REMOVED, "ferry"), new Part(PartKind.ADDED, "tram"),
				new Part(PartKind.KEPT, " is late."));
	}

	@Test
	void wordsAreFoundInScriptsWithoutSpaces() {
		assertThat(WordDiff.between("桥今天重新开放", "桥明天重新开放")).contains(new Part(PartKind.REMOVED, "今天"),
				new Part(PartKind.ADDED, "明天"));
	}

	@Test
	void whatComesFromNothingIsAdded() {
		assertThat(WordDiff.between("", "One\nTwo")).containsExactly(new Part(PartKind.ADDED, "One\nTwo"));
		assertThat(WordDiff.between("One\nTwo", "")).containsExactly(new Part(PartKind.REMOVED, "One\nTwo"));
		assertThat(WordDiff.between("Same", "Same")).containsExactly(new Part(PartKind.KEPT, "Same"));
	}

	@Test
	void bothTextsCanBeReadFromTheDifferenceOfAnyTwo() {
		Random random = new Random(7);
		for (int round = 0; round < 500; round++) {
			String before = text(random, random.nextInt(60));
			String after = random.nextBoolean() ? text(random, random.nextInt(60)) : edited(random, before);

			List<Part> parts = WordDiff.between(before, after);

			assertThat(without(PartKind.ADDED, parts)).isEqualTo(before);
			assertThat(without(PartKind.REMOVED, parts)).isEqualTo(after);
		}
	}

	@Test
	void theLongestTextsWithNothingInCommonCostLittle() {
		Random random = new Random(8);
		String before = text(random, 200_000);
		String after = text(random, 200_000);

		assertThat(without(PartKind.REMOVED, WordDiff.between(before, after))).isEqualTo(after);
	}

	private static String text(Random random, int words) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			text.append((char) ('a' + random.nextInt(26))).append((random.nextInt(9) == 0) ? '\n' : ' ');
		}
		return text.toString();
	}

	private static String edited(Random random, String text) {
		int at = random.nextInt(text.length() + 1);
		return text.substring(0, at) + " new words " + text.substring(at);
	}

	private static String without(PartKind kind, List<Part> parts) {
		return parts.stream().filter((part) -> part.kind() != kind).map(Part::text).collect(Collectors.joining());
	}

}
