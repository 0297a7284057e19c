package io.broadsheet.article;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast readers read.
 * <p>
 * Words: the newsroom's setting. 200 a minute is a little below the 238 that Marc
 * Brysbaert found for silent reading of non-fiction in English ("How many words do we
 * read per minute?", Journal of Memory and Language 109, 2019). Scripts without spaces:
 * 500 characters a minute, as Medium counts Chinese, Japanese and Korean ("Read time",
 * help.medium.com); Korean parts words by spaces, so that its words are counted here.
 * Pictures: 12 seconds for the first, one less for each further one, from the tenth on 3
 * each, as Medium counts them too ("Read Time and You", blog.medium.com, 2014).
 *
 * @param wordsPerMinute how many words a reader reads in a minute, 50 to 1,000
 */
@Validated
@ConfigurationProperties("broadsheet.reading")
record ReadingPace(@DefaultValue("200") @Min(50) @Max(1000) int wordsPerMinute) {

	private static final int CHARACTERS_PER_MINUTE = 500;

	private static final int FIRST_PICTURE_SECONDS = 12;

	private static final int LEAST_PICTURE_SECONDS = 3;

	/** How long it takes to read so much. */
	ReadingTime timeFor(ReadingLoad load) {
		double minutes = (double) load.words() / this.wordsPerMinute
				+ (double) load.unspacedCharacters() / CHARACTERS_PER_MINUTE + pictureSeconds(load.pictures()) / 60.0;
		int words = load.words() + load.unspacedWords();
		return new ReadingTime(Math.max(1, (int) Math.ceil(minutes)), words);
	}

	private static int pictureSeconds(int pictures) {
		int falling = Math.min(pictures, FIRST_PICTURE_SECONDS - LEAST_PICTURE_SECONDS);
		int fallingSeconds = falling * (2 * FIRST_PICTURE_SECONDS - falling + 1) / 2;
		return fallingSeconds + (pictures - falling) * LEAST_PICTURE_SECONDS;
	}

}
