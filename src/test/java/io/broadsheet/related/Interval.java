package io.broadsheet.related;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A mean, and between which values it lies in 95 of 100 samples drawn anew from the same
 * queries (the percentile bootstrap, Efron 1979).
 *
 * @param mean the mean
 * @param low the lower bound
 * @param high the upper bound
 */
record Interval(double mean, double low, double high) {

	private static final int SAMPLES = 10_000;

	static <T> Interval of(List<T> all, ToDoubleFunction<T> measure) {
		double[] values = all.stream().mapToDouble(measure).toArray();
		Random random = new Random(1);
		double[] means = IntStream.range(0, SAMPLES)
			.mapToDouble((sample) -> random.ints(values.length, 0, values.length)
				.mapToDouble((index) -> values[index])
				.average()
				.orElse(0))
			.sorted()
			.toArray();
		return new Interval(IntStream.range(0, values.length).mapToDouble((i) -> values[i]).average().orElse(0),
				means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
	}

	@Override
	public String toString() {
		return "%.3f [%.3f–%.3f]".formatted(this.mean, this.low, this.high);
	}

}
