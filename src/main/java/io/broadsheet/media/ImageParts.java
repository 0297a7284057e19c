package io.broadsheet.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a picture, in a file or through the API, before it is known
 * to be an {@link Image}. The components are named as the API's {@code ImageInput} names
 * them.
 *
 * @param url where the picture is
 * @param alt its alternative text
 * @param decorative true if it needs none; null if that was not said
 * @param caption the line under it
 * @param credit who made it
 * @param license under which terms it may be used
 * @param width in pixels
 * @param height in pixels
 * @param focalX the focal point's distance from the left, 0 to 1
 * @param focalY the focal point's distance from the top, 0 to 1
 */
public record ImageParts(@Nullable String url, @Nullable String alt, @Nullable Boolean decorative,
		@Nullable String caption, @Nullable String credit, @Nullable String license, @Nullable Integer width,
		@Nullable Integer height, @Nullable Double focalX, @Nullable Double focalY) {

	private static final int LONGEST_URL = 2048;

	private static final int LONGEST_ALT = 500;

	private static final int LONGEST_CAPTION = 1000;

	private static final int LONGEST_CREDIT = 300;

	private static final int LONGEST_LICENSE = 300;

	private static final Set<String> SCHEMES = Set.of("http", "https");

	/**
	 * Text is taken without the space around it, and as absent if nothing remains; not to
	 * be decorative says no more than to say nothing.
	 */
	public ImageParts {
		decorative = Boolean.TRUE.equals(decorative) ? Boolean.TRUE : null;
		url = stripped(url);
		alt = stripped(alt);
		caption = stripped(caption);
		credit = stripped(credit);
		license = stripped(license);
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param path the component that it is about, such as {@code alt}
	 * @param message what is wrong and what would be right, a sentence
	 */
	public record Fault(String path, String message) {
	}

	/**
	 * What somebody would write to get an image.
	 * @param image the image
	 * @return its parts
	 */
	public static ImageParts of(Image image) {
		Image.FocalPoint focus = image.focalPoint();
		return new ImageParts(image.url(), image.alt(), image.decorative(), image.caption(), image.credit(),
				image.license(), image.width(), image.height(), (focus != null) ? focus.x() : null,
				(focus != null) ? focus.y() : null);
	}

	/** Whether it is yet to be said what the picture shows, or that it is decorative. */
	public boolean lacksAlternative() {
		return this.alt == null && this.decorative == null;
	}

	/** Everything that keeps this from being an image; empty if nothing does. */
	public List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		if (lacksAlternative()) {
			faults.add(new Fault("alt",
					"A picture needs an alternative text that says what it shows, or must be marked decorative."));
		}
		faults.addAll(faultsButMissingAlternative());
		return faults;
	}

	/** What is wrong with what was written so far, while something may be missing. */
	public List<Fault> faultsButMissingAlternative() {
		List<Fault> faults = new ArrayList<>();
		checkUrl(faults);
		checkAlternative(faults);
		checkLength(faults, "caption", this.caption, LONGEST_CAPTION);
		checkLength(faults, "credit", this.credit, LONGEST_CREDIT);
		checkLength(faults, "license", this.license, LONGEST_LICENSE);
		checkPixels(faults, "width", this.width);
		checkPixels(faults, "height", this.height);
		checkFocalPoint(faults);
		return faults;
	}

	/**
	 * The image.
	 * @throws IllegalArgumentException if there are {@link #faults()}
	 */
	public Image image() {
		List<Fault> faults = faults();
		if (!faults.isEmpty()) {
			throw new IllegalArgumentException(faults.stream().map(Fault::message).collect(Collectors.joining(" ")));
		}
		return imageSoFar();
	}

	/**
	 * The image as it would be shown if nothing more were said of it: without an
	 * alternative text it stands as decorative.
	 */
	public Image imageSoFar() {
		return new Image(Objects.requireNonNull(this.url), (this.alt != null) ? this.alt : "", this.alt == null,
				this.caption, this.credit, this.license, this.width, this.height, focalPoint());
	}

	private Image.@Nullable FocalPoint focalPoint() {
		return (this.focalX != null && this.focalY != null) ? new Image.FocalPoint(this.focalX, this.focalY) : null;
	}

	private void checkUrl(List<Fault> faults) {
		if (this.url == null) {
			faults.add(new Fault("url", "A picture needs its address."));
		}
		else if (!isWebAddress(this.url)) {
			faults.add(new Fault("url",
					"The picture's address must be an absolute http or https address without a user's name or password, such as https://example.org/bridge.jpg."));
		}
		checkLength(faults, "url", this.url, LONGEST_URL);
	}

	private void checkAlternative(List<Fault> faults) {
		if (this.alt != null && this.decorative != null) {
			faults.add(new Fault("decorative",
					"A decorative picture has no alternative text: leave out alt, or do not mark it decorative."));
		}
		checkLength(faults, "alt", this.alt, LONGEST_ALT);
	}

	private void checkFocalPoint(List<Fault> faults) {
		if (this.focalX == null && this.focalY != null) {
			faults.add(new Fault("focalX", "A focal point needs both its distances: focalX is missing."));
		}
		if (this.focalY == null && this.focalX != null) {
			faults.add(new Fault("focalY", "A focal point needs both its distances: focalY is missing."));
		}
		checkShare(faults, "focalX", this.focalX);
		checkShare(faults, "focalY", this.focalY);
	}

	private static void checkLength(List<Fault> faults, String path, @Nullable String text, int longest) {
		int length = (text != null) ? text.codePointCount(0, text.length()) : 0;
		if (length > longest) {
			faults.add(new Fault(path,
					"The picture's %s has %,d characters; at most %,d are taken.".formatted(path, length, longest)));
		}
	}

	private static void checkPixels(List<Fault> faults, String path, @Nullable Integer pixels) {
		if (pixels != null && pixels < 1) {
			faults.add(new Fault(path, "The picture's %s is %d; it must be at least 1 pixel.".formatted(path, pixels)));
		}
	}

	private static void checkShare(List<Fault> faults, String path, @Nullable Double share) {
		if (share != null && !(share >= 0 && share <= 1)) {
			faults.add(new Fault(path, "The picture's %s is %s; it must be from 0 to 1.".formatted(path, share)));
		}
	}

	private static boolean isWebAddress(String text) {
		try {
			URI uri = new URI(text);
			return uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
					&& uri.getHost() != null && uri.getRawUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
