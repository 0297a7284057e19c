package io.broadsheet.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What requests cost servers, in processor time as the operating system counts it: one
 * row for each server and page, in the order in which they were measured.
 */
final class Costs {

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));

	private static final String REFERENCE = "bare handler, article";

	/** What is left of the least cost so far, once the compilers are done. */
	private static final double STEADY = 0.97;

	/** So many rounds one after the other cost no less than that. */
	private static final int STEADY_ROUNDS = 2;

	private static final int MOST_ROUNDS = 24;

	private final Map<String, Double> millis = new LinkedHashMap<>();

	/**
	 * Measures a load once the server is warm: in rounds, until two of them cost hardly
	 * less than those before. A fixed time would do for a small server and have a large
	 * one pay for its compilers.
	 */
	void measure(String row, ServerProcess server, Load load) throws IOException, InterruptedException {
		Round round = warm(server, load);
		this.millis.put(row, round.millis());
		Load.Result result = round.result();
		System.out.printf(
				"%-40s %7.3f CPU-s a 1,000 %8.1f KB allocated, %8.0f a second, median %6.2f ms, p99 %7.2f ms%n", row,
				round.millis(), round.bytes() / 1024, result.requests() / (double) TIME.toSeconds(),
				result.median().toNanos() / 1e6, result.p99().toNanos() / 1e6);
	}

	/** Sends a load until its cost hardly falls any more, and gives the last round. */
	Round warm(ServerProcess server, Load load) throws IOException, InterruptedException {
		Round round = Round.of(server, load);
		double least = round.millis();
		int steady = 0;
		for (int n = 1; n < MOST_ROUNDS && steady < STEADY_ROUNDS; n++) {
			round = Round.of(server, load);
			steady = (round.millis() < least * STEADY) ? 0 : steady + 1;
			least = Math.min(least, round.millis());
		}
		return round;
	}

	/** Prints how long requests take while half as many come as there can be. */
	void measureHalfLoad(String row, ServerProcess server, Load load) throws IOException, InterruptedException {
		Load.Result most = load.run(server.address("/graphql"), TIME);
		Load.Result half = load.runAt(most.requests() / 2.0 / TIME.toSeconds(), server.address("/graphql"), TIME);
		System.out.printf("%-40s %8.0f a second, median %6.2f ms, p99 %7.2f ms, %.1f times the median%n",
				row + ", half of the load", half.requests() / (double) TIME.toSeconds(), half.median().toNanos() / 1e6,
				half.p99().toNanos() / 1e6, (double) half.p99().toNanos() / half.median().toNanos());
	}

	/** Each row in relation to the bare handler's article. */
	Map<String, Double> ratios() {
		double reference = cost(REFERENCE);
		Map<String, Double> ratios = new LinkedHashMap<>();
		this.millis.forEach((row, cost) -> ratios.put(row, cost / reference));
		return ratios;
	}

	/** Prints all rows, and the ratios that the gateway is judged by. */
	void print(String title, Baseline baseline) {
		System.out.printf("%n%-40s %15s %15s %10s%n", title, "CPU-s a 1,000", "times the bare", "baseline");
		ratios().forEach((row, ratio) -> System.out.printf("%-40s %15.3f %15.2f %10s%n", row, cost(row), ratio,
				(baseline.of(row) != null) ? "%.2f".formatted(baseline.of(row)) : "new"));
		for (String page : List.of("article", "front")) {
			System.out.printf(
					"%s: executed %.2f times the server made by hand, kept %.2f times a handler without a "
							+ "framework and %.2f times the bare one%n",
					page, cost("gateway, " + page) / cost("made by hand, " + page),
					cost("hot, " + page) / cost("framework-free handler, " + page),
					cost("hot, " + page) / cost("bare handler, " + page));
		}
	}

	private double cost(String row) {
		return this.millis.getOrDefault(row, Double.NaN);
	}

	/**
	 * A while of load.
	 *
	 * @param result what the load met
	 * @param millis what a request cost the server, in milliseconds of processor time
	 * @param bytes what a request had it allocate
	 */
	record Round(Load.Result result, double millis, double bytes) {

		static Round of(ServerProcess server, Load load) throws IOException, InterruptedException {
			long allocated = server.allocatedBytes();
			Duration before = server.cpu();
			Load.Result result = load.run(server.address("/graphql"), TIME);
			double millis = server.cpu().minus(before).toNanos() / 1e6;
			return new Round(result, millis / result.requests(),
					(double) (server.allocatedBytes() - allocated) / result.requests());
		}

	}

}
