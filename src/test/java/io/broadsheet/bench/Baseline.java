package io.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was measured when the baseline was last accepted: each row's cost in relation to
 * that of a server of the same run that does alike work, so that another machine's
 * figures compare.
 */
final class Baseline {

	private static final Path FILE = Path.of("src", "test", "resources", "bench", "baseline.tsv");

	private static final double TOLERANCE = 1.15;

	private final Map<String, Double> accepted;

	private Baseline(Map<String, Double> accepted) {
		this.accepted = accepted;
	}

	static Baseline read() throws IOException {
		Map<String, Double> accepted = new LinkedHashMap<>();
		if (Files.exists(FILE)) {
			for (String line : Files.readAllLines(FILE)) {
				int tab = line.indexOf('\t');
				accepted.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
			}
		}
		return new Baseline(accepted);
	}

	/** What was accepted for a row; null if it is new. */
	@Nullable Double of(String row) {
		return this.accepted.get(row);
	}

	/** The rows that cost over 15 % more than what was accepted. */
	List<String> regressions(Map<String, Double> measured) {
		List<String> regressions = new ArrayList<>();
		measured.forEach((row, ratio) -> {
			Double before = this.accepted.get(row);
			if (before != null && ratio > before * TOLERANCE) {
				regressions.add("%s: %.2f times what it is compared with, was %.2f".formatted(row, ratio, before));
			}
		});
		return regressions;
	}

	static void accept(Map<String, Double> measured) throws IOException {
		Files.createDirectories(FILE.getParent());
		Files.write(FILE,
				measured.entrySet()
					.stream()
					.map((row) -> String.format(Locale.ROOT, "%s\t%.3f", row.getKey(), row.getValue()))
					.toList());
	}

}
