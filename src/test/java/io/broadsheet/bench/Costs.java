package io.broadsheet.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What requests cost servers, in processor time as the operating system counts it: one
 * row for each server and page, measured in turns, so that a minute in which the machine
 * is slower is a minute for all of them.
 */
final class Costs {

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));

	/** What is left of the least cost so far, once the compilers are done. */
	private static final double STEADY = 0.97;

	/** So many rounds one after the other cost no less than that. */
	private static final int STEADY_ROUNDS = 3;

	private static final int MOST_ROUNDS = 48;

	private final List<Row> rows;

	/** Of each row its rounds, in the order of the turns. */
	private final Map<Row, List<Round>> rounds = new LinkedHashMap<>();

	/**
	 * @param rows what is measured
	 */
	Costs(List<Row> rows) {
		this.rows = List.copyOf(rows);
	}

	/**
	 * What is measured.
	 *
	 * @param name what it is called
	 * @param server the server
	 * @param load what is asked of it
	 * @param comparedWith the name of the row that it is compared with; null for one that
	 * others are compared with
	 */
	record Row(String name, ServerProcess server, Load load, @Nullable String comparedWith) {
	}

	/** Measures all rows once. */
	void takeTurns() throws IOException, InterruptedException {
		for (Row row : this.rows) {
			this.rounds.computeIfAbsent(row, (key) -> new ArrayList<>()).add(Round.of(row.server(), row.load()));
		}
	}

	/**
	 * Warms all servers up: in rounds, until three of them cost hardly less than those
	 * before, and all that is asked was asked once. A fixed time would do for a small
	 * server and have a large one pay for its compilers. Each is warmed up with all that
	 * is asked of it, whichever comes first, before any of that is measured: what its
	 * pages have in common is compiled anew once it is used in more than one way.
	 */
	void warm() throws IOException, InterruptedException {
		for (Row row : this.rows) {
			double least = Round.of(row.server(), row.load()).millis();
			int steady = 0;
			for (int n = 1; n < MOST_ROUNDS && (steady < STEADY_ROUNDS || !row.load().isSentOnce()); n++) {
				double millis = Round.of(row.server(), row.load()).millis();
				steady = (millis < least * STEADY) ? 0 : steady + 1;
				least = Math.min(least, millis);
			}
		}
	}

	/** Prints how long requests take while half as many come as there can be. */
	void measureHalfLoad(String row, ServerProcess server, Load load) throws IOException, InterruptedException {
		Load.Result most = load.run(server.address("/graphql"), TIME);
		Load.Result half = load.runAt(most.requests() / 2.0 / TIME.toSeconds(), server.address("/graphql"), TIME);
		System.out.printf("%-40s %8.0f a second, median %6.2f ms, p99 %7.2f ms, %.1f times the median%n",
				row + ", half of the load", half.requests() / (double) TIME.toSeconds(), half.median().toNanos() / 1e6,
				half.p99().toNanos() / 1e6, (double) half.p99().toNanos() / half.median().toNanos());
	}

	/** Each row in relation to what it is compared with. */
	Map<String, Double> ratios() {
		Map<String, Double> ratios = new LinkedHashMap<>();
		for (Row row : this.rows) {
			if (row.comparedWith() != null) {
				ratios.put(row.name(), ratio(row.name(), row.comparedWith()));
			}
		}
		return ratios;
	}

	/** One row in relation to another in the same turn: the median of all turns. */
	double ratio(String row, String other) {
		List<Round> own = rounds(row);
		List<Round> others = rounds(other);
		return median(IntStream.range(0, own.size())
			.mapToDouble((turn) -> own.get(turn).millis() / others.get(turn).millis()));
	}

	/** Prints all rows, in medians of all turns. */
	void print(String title, Baseline baseline) {
		System.out.printf("%n%-32s %13s %10s %9s %10s %9s %9s %6s %9s%n", title, "CPU-s a 1,000", "from", "to", "KB",
				"a second", "median ms", "p99", "ratio to / baseline");
		Map<String, Double> ratios = ratios();
		for (Row row : this.rows) {
			List<Round> all = rounds(row.name());
			System.out.printf("%-32s %13.3f %10.3f %9.3f %10.1f %9.0f %9.2f %6.2f %s%n", row.name(),
					median(all.stream().mapToDouble(Round::millis)),
					all.stream().mapToDouble(Round::millis).min().orElseThrow(),
					all.stream().mapToDouble(Round::millis).max().orElseThrow(),
					median(all.stream().mapToDouble((round) -> round.bytes() / 1024)),
					median(all.stream().mapToDouble((round) -> round.result().requests() / (double) TIME.toSeconds())),
					median(all.stream().mapToDouble((round) -> round.result().median().toNanos() / 1e6)),
					median(all.stream().mapToDouble((round) -> round.result().p99().toNanos() / 1e6)),
					compared(row, ratios, baseline));
		}
	}

	private static String compared(Row row, Map<String, Double> ratios, Baseline baseline) {
		if (row.comparedWith() == null) {
			return "";
		}
		Double accepted = baseline.of(row.name());
		return "%.2f %s, %s".formatted(ratios.get(row.name()), row.comparedWith(),
				(accepted != null) ? "was %.2f".formatted(accepted) : "new");
	}

	private List<Round> rounds(String name) {
		return this.rounds.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().name().equals(name))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static double median(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
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
