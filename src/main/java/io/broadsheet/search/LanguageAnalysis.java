package io.broadsheet.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianCharFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.stempel.StempelFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How the words of a language are told apart and reduced to stems: by the filters of
 * Lucene's analyzer for that language, and for the languages that it has no analyzer for
 * by Unicode's rules alone.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep no state.
enum LanguageAnalysis {

	ARABIC("ar", (words) -> new ArabicNormalizationFilter(new DecimalDigitFilter(lower(words))), ArabicStemFilter::new),
	CATALAN("ca", LanguageAnalysis::elided, snowball("Catalan")),
	CZECH("cs", LanguageAnalysis::lower, CzechStemFilter::new),
	DANISH("da", LanguageAnalysis::lower, snowball("Danish")),
	GERMAN("de", (words) -> new GermanNormalizationFilter(lower(words)), GermanLightStemFilter::new),
	GREEK("el", GreekLowerCaseFilter::new, GreekStemFilter::new),
	ENGLISH("en", (words) -> lower(new EnglishPossessiveFilter(words)), PorterStemFilter::new),
	SPANISH("es", LanguageAnalysis::lower, SpanishLightStemFilter::new),
	ESTONIAN("et", LanguageAnalysis::lower, snowball(
			"Estonian")),
	PERSIAN("fa", (words) -> new PersianNormalizationFilter(
			new ArabicNormalizationFilter(new DecimalDigitFilter(lower(words)))), PersianStemFilter::new) {

		@Override
		Reader prepare(Reader text) {
			return new PersianCharFilter(text);
		}

	},
	FINNISH("fi", LanguageAnalysis::lower, snowball("Finnish")),
	FRENCH("fr", LanguageAnalysis::elided, FrenchLightStemFilter::new),
	HINDI("hi",
			(words) -> new HindiNormalizationFilter(new IndicNormalizationFilter(new DecimalDigitFilter(lower(words)))),
			HindiStemFilter::new),
	HUNGARIAN("hu", LanguageAnalysis::lower, snowball("Hungarian")),
	ITALIAN("it", LanguageAnalysis::elided, ItalianLightStemFilter::new),
	JAPANESE("ja", () -> new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH),
			(words) -> lower(new CJKWidthFilter(words)),
			(words) -> new JapaneseKatakanaStemFilter(new JapaneseBaseFormFilter(words))),
	KOREAN("ko", KoreanTokenizer::new,
			(words) -> lower(new KoreanReadingFormFilter(new KoreanPartOfSpeechStopFilter(words))),
			UnaryOperator.identity()),
	LITHUANIAN("lt", LanguageAnalysis::lower, snowball("Lithuanian")),
	DUTCH("nl", LanguageAnalysis::lower, snowball("Dutch")),
	NORWEGIAN("no", LanguageAnalysis::lower, snowball("Norwegian")),
	POLISH("pl", LanguageAnalysis::lower,
			(words) -> new StempelFilter(words, new StempelStemmer(PolishAnalyzer.getDefaultTable()))),
	PORTUGUESE("pt", LanguageAnalysis::lower, PortugueseLightStemFilter::new),
	ROMANIAN("ro", LanguageAnalysis::lower, snowball("Romanian")),
	RUSSIAN("ru", LanguageAnalysis::lower, snowball("Russian")),
	SWEDISH("sv", LanguageAnalysis::lower, snowball("Swedish")),
	THAI("th", ThaiTokenizer::new, LanguageAnalysis::lower, UnaryOperator.identity()),
	TURKISH("tr", (words) -> new TurkishLowerCaseFilter(new ApostropheFilter(words)), snowball("Turkish")),
	UKRAINIAN("uk", LanguageAnalysis::lower, (words) -> new MorfologikFilter(words, UkrainianWords.DICTIONARY)),
	CHINESE("zh", HMMChineseTokenizer::new, LanguageAnalysis::lower, UnaryOperator.identity()),
	/** Any other. */
	OTHER("und", (words) -> new CJKBigramFilter(lower(new CJKWidthFilter(words))), UnaryOperator.identity());

	private static final Map<String, LanguageAnalysis> BY_CODE = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(LanguageAnalysis::code, (analysis) -> analysis));

	/** Languages that are written so alike that one's analysis serves the other. */
	private static final Map<String, String> ALIKE = Map.of("nb", "no", "nn", "no", "iw", "he", "dar", "fa");

	/** What stands before an apostrophe in French, Italian and Catalan. */
	private static final CharArraySet ELIDED = new CharArraySet(
			List.of("l", "m", "t", "qu", "n", "s", "j", "d", "c", "v", "jusqu", "quoiqu", "lorsqu", "puisqu", "all",
					"dall", "dell", "nell", "sull", "gl", "agl", "dagl", "degl", "negl", "sugl", "un"),
			true);

	private final String code;

	private final Supplier<Tokenizer> tokenizer;

	private final UnaryOperator<TokenStream> words;

	private final UnaryOperator<TokenStream> stems;

	LanguageAnalysis(String code, UnaryOperator<TokenStream> words, UnaryOperator<TokenStream> stems) {
		this(code, StandardTokenizer::new, words, stems);
	}

	LanguageAnalysis(String code, Supplier<Tokenizer> tokenizer, UnaryOperator<TokenStream> words,
			UnaryOperator<TokenStream> stems) {
		this.code = code;
		this.tokenizer = tokenizer;
		this.words = words;
		this.stems = stems;
	}

	/**
	 * The analysis of a language.
	 * @param languageTag the language, as BCP 47 writes it
	 */
	static LanguageAnalysis of(String languageTag) {
		String language = Locale.forLanguageTag(languageTag).getLanguage();
		return BY_CODE.getOrDefault(ALIKE.getOrDefault(language, language), OTHER);
	}

	/** The language's code as ISO 639 has it. */
	String code() {
		return this.code;
	}

	Tokenizer tokenizer() {
		return this.tokenizer.get();
	}

	/** Makes tokens into words as they are spelled, in lower case. */
	TokenStream words(TokenStream tokens) {
		return this.words.apply(tokens);
	}

	/** Makes those words into all terms under which they are found. */
	TokenStream forms(TokenStream words) {
		return new WordFormsFilter(this.stems.apply(new KeywordRepeatFilter(words)));
	}

	/**
	 * Whether each word has a position of its own, and stems that depend on it alone.
	 * Japanese words know their stems from where they stand.
	 */
	boolean stemsWordByWord() {
		return this != JAPANESE;
	}

	Reader prepare(Reader text) {
		return text;
	}

	private static TokenStream lower(TokenStream words) {
		return new LowerCaseFilter(words);
	}

	private static TokenStream elided(TokenStream words) {
		return new ElisionFilter(lower(words), ELIDED);
	}

	private static UnaryOperator<TokenStream> snowball(String language) {
		return (words) -> new SnowballFilter(words, language);
	}

	/** Loaded when the first Ukrainian text is read. */
	private static final class UkrainianWords {

		static final Dictionary DICTIONARY = load();

		private static Dictionary load() {
			try {
				return Dictionary.read(Objects.requireNonNull(
						UkrainianMorfologikAnalyzer.class.getClassLoader().getResource("ua/net/nlp/ukrainian.dict")));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
