package io.broadsheet.related;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The words of a language that say nothing about what a text is about, as Lucene's lists
 * have them, in the form that the index's analysis gives them.
 */
final class StopWords {

	/** By language; kept for good, as languages are few. */
	private static final Map<String, Set<String>> BY_LANGUAGE = new ConcurrentHashMap<>();

	/**
	 * English words that follow any other, and so make no phrase with it (auxiliaries,
	 * adverbs, numerals, verbs of speech and the most general other verbs, after the
	 * lists of function words and the frequent verbs in Quirk et al. 1985).
	 */
	private static final Set<String> LOOSE = Set.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "first", "last", "next", "can", "could", "may", "might", "must", "shall", "should", "will",
			"would", "let", "never", "ever", "always", "often", "already", "again", "ago", "also", "just", "even",
			"still", "yet", "now", "then", "today", "soon", "almost", "quite", "rather", "really", "perhaps", "whether",
			"whose", "say", "says", "said", "ask", "asks", "asked", "asking", "tell", "tells", "told", "include",
			"includes", "including", "past", "per", "much", "many", "less", "least", "another", "every", "several",
			"else", "away", "back", "forward", "old", "like", "able", "get", "gets", "getting", "got", "make", "makes",
			"making", "made", "go", "goes", "going", "gone", "went", "know", "knows", "knowing", "known", "take",
			"takes", "taking", "took", "taken", "see", "sees", "seeing", "saw", "seen", "come", "comes", "coming",
			"came", "look", "looks", "looking", "looked", "want", "wants", "wanted", "give", "gives", "giving", "gave",
			"given", "use", "uses", "using", "used", "find", "finds", "finding", "found", "keep", "keeps", "keeping",
			"kept", "stay", "stays", "staying", "stayed", "need", "needs", "needed", "help", "helps", "helping",
			"helped", "try", "tries", "trying", "tried", "since", "new", "call", "calls", "called", "calling",
			"formerly", "simply", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
			"january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
			"december", "mr", "mrs", "ms", "dr");

	private StopWords() {
	}

	/**
	 * The words of a language.
	 * @param language the language's subtag, such as {@code en}
	 */
	static Set<String> of(String language) {
		return BY_LANGUAGE.computeIfAbsent(language, StopWords::analyzed);
	}

	/**
	 * Words of a language that make no phrase with another.
	 * @param language the language's subtag
	 */
	static Set<String> loose(String language) {
		return "en".equals(language) ? LOOSE : Set.of();
	}

	private static Set<String> analyzed(String language) {
		Set<String> words = new HashSet<>();
		Iterator<?> listed = listed(language).iterator();
		while (listed.hasNext()) {
			String word = new String((char[]) listed.next());
			TextReading.words(language, word, words::add);
		}
		return Set.copyOf(words);
	}

	private static CharArraySet listed(String language) {
		return switch (language) {
			case "ar" -> ArabicAnalyzer.getDefaultStopSet();
			case "ca" -> CatalanAnalyzer.getDefaultStopSet();
			case "cs" -> CzechAnalyzer.getDefaultStopSet();
			case "da" -> DanishAnalyzer.getDefaultStopSet();
			case "de" -> GermanAnalyzer.getDefaultStopSet();
			case "el" -> GreekAnalyzer.getDefaultStopSet();
			case "en" -> English.WORDS;
			case "es" -> SpanishAnalyzer.getDefaultStopSet();
			case "et" -> EstonianAnalyzer.getDefaultStopSet();
			case "fa", "dar" -> PersianAnalyzer.getDefaultStopSet();
			case "fi" -> FinnishAnalyzer.getDefaultStopSet();
			case "fr" -> FrenchAnalyzer.getDefaultStopSet();
			case "hi" -> HindiAnalyzer.getDefaultStopSet();
			case "hu" -> HungarianAnalyzer.getDefaultStopSet();
			case "it" -> ItalianAnalyzer.getDefaultStopSet();
			case "ja" -> JapaneseAnalyzer.getDefaultStopSet();
			case "lt" -> LithuanianAnalyzer.getDefaultStopSet();
			case "nb", "nn", "no" -> NorwegianAnalyzer.getDefaultStopSet();
			case "nl" -> DutchAnalyzer.getDefaultStopSet();
			case "pl" -> PolishAnalyzer.getDefaultStopSet();
			case "pt" -> PortugueseAnalyzer.getDefaultStopSet();
			case "ro" -> RomanianAnalyzer.getDefaultStopSet();
			case "ru" -> RussianAnalyzer.getDefaultStopSet();
			case "sv" -> SwedishAnalyzer.getDefaultStopSet();
			case "th" -> ThaiAnalyzer.getDefaultStopSet();
			case "tr" -> TurkishAnalyzer.getDefaultStopSet();
			case "zh" -> SmartChineseAnalyzer.getDefaultStopSet();
			default -> CharArraySet.EMPTY_SET;
		};
	}

	/** Snowball's list, since Lucene's own for English is very short. */
	private static final class English {

		static final CharArraySet WORDS = load();

		private static CharArraySet load() {
			InputStream list = EnglishAnalyzer.class
				.getResourceAsStream("/org/apache/lucene/analysis/snowball/english_stop.txt");
			try (InputStreamReader reader = new InputStreamReader(Objects.requireNonNull(list),
					StandardCharsets.UTF_8)) {
				return WordlistLoader.getSnowballWordSet(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
