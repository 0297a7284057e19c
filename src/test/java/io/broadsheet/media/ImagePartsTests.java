package io.broadsheet.media;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImagePartsTests {

	private static final String URL = "https://paper.example/bridge.jpg";

	@Test
	void completePartsAreAnImage() {
		ImageParts parts = new ImageParts(URL, " The bridge ", null, "At dawn", "Ada", "CC BY 4.0", 6, 4, 0.5, 1.0);

		assertThat(parts.faults()).isEmpty();
		assertThat(parts.image()).isEqualTo(
				new Image(URL, "The bridge", false, "At dawn", "Ada", "CC BY 4.0", 6, 4, new Image.FocalPoint(0.5, 1)));
	}

	@Test
	void anAddressAndAnAlternativeAreEnough() {
		assertThat(of(URL, "The bridge", null).image())
			.isEqualTo(new Image(URL, "The bridge", false, null, null, null, null, null, null));
	}

	@Test
	void aDecorativePictureNeedsNoAlternative() {
		assertThat(of(URL, "  ", true).image()).isEqualTo(new Image(URL, "", true, null, null, null, null, null, null));
	}

	@Test
	void everythingThatIsWrongIsToldAtOnce() {
		ImageParts parts = new ImageParts("bridge.jpg", null, false, "c".repeat(1001), "c".repeat(301), "l".repeat(301),
				0, -1, -0.1, Double.NaN);

		assertThat(parts.faults()).extracting(ImageParts.Fault::path)
			.containsExactlyInAnyOrder("url", "alt", "caption", "credit", "license", "width", "height", "focalX",
					"focalY");
		assertThatIllegalArgumentException().isThrownBy(parts::image)
			.withMessageContaining("absolute http or https address")
			.withMessageContaining("1,001 characters; at most 1,000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bridge.jpg", "//paper.example/bridge.jpg", "ftp://paper.example/bridge.jpg",
			"javascript:alert(1)", "data:image/png;base64,AAAA", "https://", "https:///bridge.jpg",
			"https://user:secret@paper.example/bridge.jpg", "https://paper.example/a b.jpg",
			"https://[::1/bridge.jpg" })
	void whatIsNoWebAddressIsAFault(String url) {
		assertThat(of(url, "The bridge", null).faults()).extracting(ImageParts.Fault::path).containsExactly("url");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTPS://paper.example/b.jpg", "http://localhost:8080/media/a.svg", "http://[::1]/b.jpg",
			"https://paper.example/br%C3%BCcke.jpg?w=600&h=400#top", "https://paper.example/brücke.jpg" })
	void webAddressesAreTaken(String url) {
		assertThat(of(url, "The bridge", null).faults()).isEmpty();
	}

	@Test
	void anAddressWithoutEndIsAFault() {
		assertThat(of(URL + "x".repeat(2048), "The bridge", null).faults()).extracting(ImageParts.Fault::path)
			.containsExactly("url");
	}

	@Test
	void lengthIsCountedInCharactersAsPeopleSeeThem() {
		assertThat(of(URL, "🌉".repeat(500), null).faults()).isEmpty();
		assertThat(of(URL, "🌉".repeat(501), null).faults()).extracting(ImageParts.Fault::path).containsExactly("alt");
	}

	@Test
	void decorativeWithAnAlternativeIsAContradiction() {
		assertThat(of(URL, "The bridge", true).faults()).extracting(ImageParts.Fault::path)
			.containsExactly("decorative");
	}

	@Test
	void halfAFocalPointIsAFault() {
		assertThat(focal(0.5, null)).containsExactly("focalY");
		assertThat(focal(null, 0.5)).containsExactly("focalX");
		assertThat(focal(null, null)).isEmpty();
		assertThat(focal(0.0, 1.0)).isEmpty();
	}

	private static List<String> focal(@Nullable Double x, @Nullable Double y) {
		return new ImageParts(URL, "The bridge", null, null, null, null, null, null, x, y).faults()
			.stream()
			.map(ImageParts.Fault::path)
			.toList();
	}

	private static ImageParts of(String url, String alt, @Nullable Boolean decorative) {
		return new ImageParts(url, alt, decorative, null, null, null, null, null, null, null);
	}

}
