package io.broadsheet.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values in the few Java types that JSON and BSON both hold without loss: text, whole
 * numbers, doubles, truth values, lists and maps. What fits none of them stays the text
 * that it was.
 */
final class PlainValues {

	private PlainValues() {
	}

	/** The value of a word that stands without quotes in YAML. */
	static @Nullable Object ofWord(String word) {
		return switch (word) {
			case "", "~", "null", "Null", "NULL" -> null;
			case "true", "True", "TRUE" -> true;
			case "false", "False", "FALSE" -> false;
			default -> ofNumber(word);
		};
	}

	/** A value of another library's making in the plain types. */
	static @Nullable Object of(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case String text -> text;
			case Boolean truth -> truth;
			case Integer number -> number;
			case Map<?, ?> map -> ofMap(map);
			case List<?> list -> ofList(list);
			case Long number -> whole(number);
			case BigInteger number -> (number.bitLength() < Long.SIZE) ? whole(number.longValue()) : number.toString();
			case BigDecimal number -> exact(number);
			case Double number -> Double.isFinite(number) ? number : number.toString();
			default -> value.toString();
		};
	}

	/** A map with the plain values of another; a null says nothing and is left out. */
	static Map<String, Object> ofMap(Map<?, ?> map) {
		Map<String, Object> plain = new LinkedHashMap<>();
		map.forEach((name, value) -> {
			Object plainValue = of(value);
			if (plainValue != null) {
				plain.put(String.valueOf(name), plainValue);
			}
		});
		return plain;
	}

	private static List<Object> ofList(List<?> list) {
		List<Object> plain = new ArrayList<>(list.size());
		list.forEach((value) -> {
			Object plainValue = of(value);
			if (plainValue != null) {
				plain.add(plainValue);
			}
		});
		return plain;
	}

	private static Object exact(BigDecimal number) {
		double nearest = number.doubleValue();
		return (Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0) ? nearest
				: number.toString();
	}

	private static Object whole(long number) {
		return (number == (int) number) ? (Object) (int) number : (Object) number;
	}

	/**
	 * Only what prints as it was written is a number: 007 and 1.10 are names of
	 * something.
	 */
	private static Object ofNumber(String word) {
		char last = word.charAt(word.length() - 1);
		if (last < '0' || last > '9') {
			return word;
		}
		try {
			if (word.indexOf('.') < 0) {
				long number = Long.parseLong(word);
				return Long.toString(number).equals(word) ? whole(number) : word;
			}
			double number = Double.parseDouble(word);
			return Double.toString(number).equals(word) ? number : word;
		}
		catch (NumberFormatException ex) {
			return word;
		}
	}

}
