package io.broadsheet.share;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ShareChannelTests {

	private static final String HEADLINE = "Tom & “Jerry” say 100% #no? 🎉 שלום";

	private static final String URL = "https://news.example/articles/tom-and-jerry?a=1&b=2";

	@ParameterizedTest
	@EnumSource
	void anAddressIsAWellFormedUriWhateverTheHeadline(ShareChannel channel) {
		assertThat(URI.create(channel.address(HEADLINE, URL))).isNotNull();
	}

	@Test
	void headlineAndLinkArriveAsTheyWere() {
		Map<String, String> parameters = UriComponentsBuilder.fromUriString(ShareChannel.X.address(HEADLINE, URL))
			.build()
			.getQueryParams()
			.toSingleValueMap();

		assertThat(URLDecoder.decode(parameters.get("text"), StandardCharsets.UTF_8)).isEqualTo(HEADLINE);
		assertThat(URLDecoder.decode(parameters.get("url"), StandardCharsets.UTF_8)).isEqualTo(URL);
	}

	@Test
	void aMailHasNoPlusForASpace() {
		assertThat(ShareChannel.EMAIL.address("A b", URL))
			.startsWith("mailto:?subject=A%20b&body=A%20b%0D%0A%0D%0Ahttps%3A");
	}

	@Test
	void copyingTakesTheArticlesOwnAddress() {
		assertThat(ShareChannel.COPY_LINK.address(HEADLINE, URL)).isEqualTo(URL);
	}

}
