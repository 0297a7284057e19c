package io.broadsheet.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which articles people found related to which, by slug:
 * {@code query<TAB>related<TAB>grade} a line.
 *
 * @param grades by query and related article
 */
record Judgements(Map<String, Map<String, Integer>> grades) {

	static Judgements read(Path file) throws IOException {
		Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
		for (String line : Files.readAllLines(file)) {
			String[] columns = line.split("\t", -1);
			if (columns.length != 3) {
				throw new IllegalArgumentException(
						"%s: \"%s\" is not query<TAB>related<TAB>grade.".formatted(file, line));
			}
			grades.computeIfAbsent(columns[0], (query) -> new LinkedHashMap<>())
				.put(columns[1], Integer.parseInt(columns[2]));
		}
		return new Judgements(grades);
	}

	/**
	 * How good an answer is.
	 *
	 * @param query the article that was asked about
	 * @param answer what stood beside it, best first
	 * @param relevant the grades of what should
	 */
	record Result(String query, List<String> answer, Map<String, Integer> relevant) {

		/**
		 * Normalized discounted cumulative gain of the first five; the gain is the grade.
		 */
		double ndcg() {
			List<Integer> ideal = this.relevant.values().stream().sorted(Comparator.reverseOrder()).toList();
			List<Integer> found = this.answer.stream().map((slug) -> this.relevant.getOrDefault(slug, 0)).toList();
			return gain(found) / gain(ideal);
		}

		/** The share of the first five that are relevant. */
		double precision() {
			return this.answer.stream().limit(5).filter(this.relevant::containsKey).count() / 5.0;
		}

		/** The share of the relevant ones that are among the first ten. */
		double recall() {
			return (double) this.answer.stream().limit(10).filter(this.relevant::containsKey).count()
					/ this.relevant.size();
		}

		private static double gain(List<Integer> grades) {
			double gain = 0;
			for (int i = 0; i < Math.min(5, grades.size()); i++) {
				gain += grades.get(i) * Math.log(2) / Math.log(i + 2.0);
			}
			return gain;
		}

	}

}
