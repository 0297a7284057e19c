package io.broadsheet.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownFormsTests {

	private static final List<String> TEXTS = List.of(
			"The councillor's bridges — reopened (again!) — weren't “safe”; cafés, naïve Zoë, O'Neill's 3.5% 2026-05-14.",
			"L'élection présidentielle d'aujourd'hui, qu'il a gagnée: les journaux, les chevaux et l'œuvre.",
			"Die Häuser der Straße, Fußgängerübergänge und GROSSE Ämter. İstanbul'da çocukların kitapları ılık.",
			"Władze wybory najpiękniejszych, Люди читали новые книги и газеты. Українські журналісти написали про Київ.",
			"Οι δημοσιογράφοι έγραψαν ΤΟΥΣ δρόμους. כִּתְבֵי עִתּוֹנוּת. الصحفيون كتبوا المقالات الجديدة. خبرنگاران می‌نویسند.",
			"समाचारों की ख़बरें लिखी गईं। 東京都の新聞社で働いていました。 北京的记者们写了新的文章。 기자들이 새로운 기사를 썼습니다. ข่าวใหม่วันนี้",
			"C++ & C# — #hashtag @name 😀 😀😀 👩‍👩‍👧 a.b_c ~run ~~ ... ' '' x" + "y".repeat(300) + " "
					+ "z".repeat(50) + " ß ſ ﬁn ① Ⅳ",
			"");

	@ParameterizedTest
	@EnumSource
	void aWordHasTheTermsThatItsLanguagesWholeAnalysisGivesIt(LanguageAnalysis language) throws IOException {
		for (String text : TEXTS) {
			List<Term> whole = whole(language, text);
			assertThat(terms(LanguageAnalyzers.of(language).tokenStream("body", text))).isEqualTo(whole);
			assertThat(terms(LanguageAnalyzers.of(language).tokenStream("body", text))).as("a second time")
				.isEqualTo(whole);
		}
	}

	@ParameterizedTest
	@EnumSource
	void wordsThatComeToThePlaceOfOthersAreNotTakenForThem(LanguageAnalysis language) throws IOException {
		String[] words = new String[40_000];
		Arrays.setAll(words, (n) -> "w" + Integer.toString(n, 26) + "ings");
		for (String text : List.of(String.join(" ", words), String.join(" ", words))) {
			assertThat(terms(LanguageAnalyzers.of(language).tokenStream("body", text)))
				.isEqualTo(whole(language, text));
		}
	}

	private static List<Term> whole(LanguageAnalysis language, String text) throws IOException {
		Tokenizer tokenizer = language.tokenizer();
		tokenizer.setReader(language.prepare(new StringReader(text)));
		return terms(language.forms(language.words(tokenizer)));
	}

	private static List<Term> terms(TokenStream stream) throws IOException {
		CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
		PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
		OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
		List<Term> terms = new ArrayList<>();
		LanguageAnalyzers.forEach(stream, () -> terms.add(
				new Term(term.toString(), increment.getPositionIncrement(), offset.startOffset(), offset.endOffset())));
		return terms;
	}

	private record Term(String text, int increment, int start, int end) {
	}

}
