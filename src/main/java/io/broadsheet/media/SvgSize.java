package io.broadsheet.media;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * How large an SVG wants to be shown
 * (<a href="https://www.w3.org/TR/css-images-3/#sizing">CSS Images 3</a>): by its width
 * and height, and what is missing of these by its viewBox.
 */
final class SvgSize {

	private static final Pattern LENGTH = Pattern
		.compile("\\s*\\+?(\\d{1,9}(?:\\.\\d*)?|\\.\\d+)(e[+-]?\\d)?(\\p{Alpha}*)\\s*");

	/** Pixels in a unit, with text of 16 pixels. */
	private static final Map<String, Double> UNITS = Map.of("", 1.0, "px", 1.0, "pt", 96 / 72.0, "pc", 16.0, "in", 96.0,
			"cm", 96 / 2.54, "mm", 96 / 25.4, "em", 16.0, "rem", 16.0, "ex", 8.0);

	private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

	private SvgSize() {
	}

	/** The size that the root element's attributes tell, or null if they tell none. */
	static @Nullable PixelSize of(Attributes attributes) {
		double width = pixels(attributes.getValue("width"));
		double height = pixels(attributes.getValue("height"));
		double[] box = viewBox(attributes.getValue("viewBox"));
		if (width > 0 && height > 0) {
			return rounded(width, height);
		}
		if (!(box[0] > 0 && box[1] > 0)) {
			return null;
		}
		if (width > 0) {
			return rounded(width, width * box[1] / box[0]);
		}
		return (height > 0) ? rounded(height * box[0] / box[1], height) : rounded(box[0], box[1]);
	}

	private static @Nullable PixelSize rounded(double width, double height) {
		if (Math.max(width, height) > Integer.MAX_VALUE) {
			return null;
		}
		return new PixelSize(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
	}

	/** A length; zero if it is none or depends on what is around, as a percentage. */
	private static double pixels(@Nullable String text) {
		Matcher length = LENGTH.matcher((text != null) ? text : "");
		if (!length.matches()) {
			return 0;
		}
		String exponent = (length.group(2) != null) ? length.group(2) : "";
		return Double.parseDouble(length.group(1) + exponent) * UNITS.getOrDefault(length.group(3), 0.0);
	}

	/** Width and height of a viewBox; zeros if it is none. */
	private static double[] viewBox(@Nullable String text) {
		String[] numbers = SEPARATOR.split((text != null) ? text.strip() : "", -1);
		return (numbers.length == 4) ? new double[] { pixels(numbers[2]), pixels(numbers[3]) } : new double[2];
	}

}
