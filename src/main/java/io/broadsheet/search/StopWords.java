package io.broadsheet.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/**
 * Words that stand in nearly every text of a language, such as "the". Searches look for
 * them too, but do not insist.
 *
 * @param words the words, folded
 */
record StopWords(Set<String> words) {

	private static final Map<LanguageAnalysis, Supplier<CharArraySet>> BY_LANGUAGE = new EnumMap<>(
			Map.ofEntries(Map.entry(LanguageAnalysis.ENGLISH, StopWords::english),
					Map.entry(LanguageAnalysis.GERMAN, GermanAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.FRENCH, FrenchAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.SPANISH, SpanishAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.ITALIAN, ItalianAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.PORTUGUESE, PortugueseAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.DUTCH, DutchAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.SWEDISH, SwedishAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.POLISH, PolishAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.RUSSIAN, RussianAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.UKRAINIAN, UkrainianMorfologikAnalyzer::getDefaultStopwords),
					Map.entry(LanguageAnalysis.TURKISH, TurkishAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.ARABIC, ArabicAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.PERSIAN, PersianAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.HINDI, HindiAnalyzer::getDefaultStopSet),
					Map.entry(LanguageAnalysis.JAPANESE, JapaneseAnalyzer::getDefaultStopSet)));

	static StopWords of(Set<LanguageAnalysis> languages) {
		Set<String> words = new HashSet<>();
		for (LanguageAnalysis language : languages) {
			for (Object word : BY_LANGUAGE.getOrDefault(language, () -> CharArraySet.EMPTY_SET).get()) {
				words.add(Folding.fold(new String((char[]) word)));
			}
		}
		return new StopWords(words);
	}

	boolean contain(String word) {
		return this.words.contains(word);
	}

	/** Snowball's list, since Lucene's own has but 33 words. */
	private static CharArraySet english() {
		try (InputStream list = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream("english_stop.txt"))) {
			return WordlistLoader.getSnowballWordSet(new InputStreamReader(list, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
