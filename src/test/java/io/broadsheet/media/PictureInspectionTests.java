package io.broadsheet.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;

import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class PictureInspectionTests {

	@ParameterizedTest
	@EnumSource
	void typeAndSizeAreReadFromTheContent(PictureType type) throws RefusedPicture {
		assertThat(PictureInspection.of(sample(type))).isEqualTo(new PictureInspection(type, 6, 4));
	}

	@Test
	void everyWebpCodingIsRead() throws RefusedPicture {
		PictureInspection expected = new PictureInspection(PictureType.WEBP, 6, 4);
		assertThat(PictureInspection.of(SamplePictures.LOSSLESS_WEBP)).isEqualTo(expected);
		assertThat(PictureInspection.of(SamplePictures.EXTENDED_WEBP)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void anUprightJpegKeepsItsSides(int orientation) throws RefusedPicture {
		assertThat(PictureInspection.of(SamplePictures.jpeg(orientation, true)).width()).isEqualTo(6);
		assertThat(PictureInspection.of(SamplePictures.jpeg(orientation, false)).width()).isEqualTo(6);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 6, 7, 8 })
	void aJpegOnItsSideIsMeasuredAsBrowsersShowIt(int orientation) throws RefusedPicture {
		PictureInspection expected = new PictureInspection(PictureType.JPEG, 4, 6);
		assertThat(PictureInspection.of(SamplePictures.jpeg(orientation, true))).isEqualTo(expected);
		assertThat(PictureInspection.of(SamplePictures.jpeg(orientation, false))).isEqualTo(expected);
	}

	@Test
	void aTurnedAvifIsMeasuredAsBrowsersShowIt() throws RefusedPicture {
		assertThat(PictureInspection.of(SamplePictures.TURNED_AVIF))
			.isEqualTo(new PictureInspection(PictureType.AVIF, 4, 6));
	}

	@Test
	void aDamagedOrientationTurnsNothing() throws RefusedPicture {
		byte[] jpeg = SamplePictures.jpeg(6, true);
		jpeg[2 + 10 + 4] = (byte) 0xff;
		assertThat(PictureInspection.of(jpeg).width()).isEqualTo(6);
	}

	@Test
	void dataBehindTheEndOfAJpegIsLeftAlone() throws RefusedPicture {
		byte[] jpeg = Arrays.copyOf(SamplePictures.JPEG, SamplePictures.JPEG.length + 20);
		assertThat(PictureInspection.of(jpeg).height()).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "plain text", "<html><body>no</body></html>", "<!DOCTYPE html><p>no",
			"<svg width='6' height='4'/>", "%PDF-1.7", "BM6", "II*\0", "\0\0\1\0", "{}", "<?php echo 1;" })
	void whatIsNoPictureIsRefused(String content) {
		assertRefused(SamplePictures.bytes(content), RefusedPicture.Reason.NOT_A_PICTURE)
			.withMessageContaining("PNG, JPEG, GIF, WebP, AVIF and SVG");
	}

	@Test
	void aHeifThatBrowsersDoNotShowIsRefused() {
		byte[] heic = SamplePictures.AVIF.clone();
		replace(heic, "avif", "heic");
		replace(heic, "avif", "heix");
		assertRefused(heic, RefusedPicture.Reason.NOT_A_PICTURE);
	}

	@ParameterizedTest
	@EnumSource
	void aFileThatIsCutOffAnywhereIsRefused(PictureType type) {
		byte[] whole = sample(type);
		for (int length = 0; length < whole.length; length++) {
			assertThat(catchThrowable(inspecting(Arrays.copyOf(whole, length)))).as("first %d bytes", length)
				.isInstanceOf(RefusedPicture.class);
		}
	}

	@ParameterizedTest
	@EnumSource
	void damageIsNeverMoreThanARefusal(PictureType type) {
		Random random = new Random(20261124);
		for (int i = 0; i < 3000; i++) {
			byte[] damaged = sample(type).clone();
			for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
			}
			Throwable outcome = catchThrowable(inspecting(damaged));
			if (outcome != null) {
				assertThat(outcome).as(HexFormat.of().formatHex(damaged)).isInstanceOf(RefusedPicture.class);
			}
		}
	}

	@Test
	void aPictureWithoutWidthIsRefused() {
		byte[] png = SamplePictures.PNG.clone();
		png[19] = 0;
		assertRefused(png, RefusedPicture.Reason.DAMAGED);
	}

	@Test
	void aSmallFileThatUnfoldsToAHugePictureIsRefused() {
		byte[] png = SamplePictures.PNG.clone();
		png[17] = 1;
		png[21] = 1;
		assertRefused(png, RefusedPicture.Reason.TOO_LARGE).withMessageContaining("65,542 × 65,540 pixels");
	}

	@Test
	void anAvifOfCountlessPartsIsRefused() {
		byte[] avif = Arrays.copyOf(SamplePictures.AVIF, SamplePictures.AVIF.length + 8 * 2000);
		for (int at = SamplePictures.AVIF.length; at < avif.length; at += 8) {
			avif[at + 3] = 8;
		}
		assertRefused(avif, RefusedPicture.Reason.DAMAGED);
	}

	static ThrowableAssertAlternative<RefusedPicture> assertRefused(byte[] content, RefusedPicture.Reason reason) {
		return assertThatExceptionOfType(RefusedPicture.class).isThrownBy(inspecting(content))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	private static ThrowableAssert.ThrowingCallable inspecting(byte[] content) {
		return () -> PictureInspection.of(content);
	}

	private static byte[] sample(PictureType type) {
		return Objects.requireNonNull(SamplePictures.all().get(type));
	}

	private static void replace(byte[] content, String what, String with) {
		String text = new String(content, StandardCharsets.ISO_8859_1);
		int at = text.indexOf(what);
		for (int i = 0; i < with.length(); i++) {
			content[at + i] = (byte) with.charAt(i);
		}
	}

}
