package io.broadsheet.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.broadsheet.Broadsheet;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures what lists, searches and related stories cost as an archive grows: builds the
 * index of 2,000 and of 200,000 made-up articles of 4 KB, in a gateway that may take 512
 * MB and beside a store in a process of its own, and asks both the same kinds of
 * questions over HTTP. Run by {@code mvn test -Psearch-benchmark}; other sizes with
 * {@code -Dsearch.articles=N,M}, another heap with {@code -Dsearch.heap=256m}. With
 * {@code -Dsearch.cgroup=FOLDER} the gateway runs in that control group of Linux, whose
 * limit bounds all memory that it takes, the index's mapped files among it.
 */
class SearchBenchmark {

	private static final String SIZES = System.getProperty("search.articles", "2000,200000");

	private static final String HEAP = System.getProperty("search.heap", "512m");

	private static final @Nullable String CGROUP = System.getProperty("search.cgroup");

	private static final Duration BUILT_WITHIN = Duration.ofMinutes(30);

	private static final Duration SECOND = Duration.ofSeconds(1);

	/** What a gateway takes in a second in which it has nothing to do. */
	private static final Duration REST = Duration.ofMillis(200);

	private static final Pattern BUILT = Pattern.compile("Built the index of \\d+ articles in \\d+ s");

	@TempDir
	private Path folder;

	@Test
	void costsStayWhatTheyAreWhileTheArchiveGrows() throws IOException, InterruptedException {
		List<Measured> measured = new ArrayList<>();
		for (String size : SIZES.split(",", -1)) {
			measured.add(measure(new MadeUpArchive(Integer.parseInt(size))));
		}
		System.out.printf("%n%-40s", "CPU-ms a request (median ms over HTTP)");
		measured.forEach((one) -> System.out.printf(" %19d", one.articles()));
		System.out.println("   ratio");
		for (int kind = 0; kind < measured.getFirst().costs().size(); kind++) {
			print(kind, measured);
		}
		measured.forEach(System.out::println);
	}

	private static void print(int kind, List<Measured> measured) {
		List<Questioning.Cost> costs = measured.stream().map((one) -> one.costs().get(kind)).toList();
		System.out.printf("%-40s", costs.getFirst().kind());
		costs.forEach((cost) -> System.out.printf(" %10.3f (%6.2f)", cost.cpu(), cost.median()));
		System.out.printf(" %7.2f%n", costs.getLast().cpu() / costs.getFirst().cpu());
	}

	private Measured measure(MadeUpArchive archive) throws IOException, InterruptedException {
		Path folder = Files.createDirectory(this.folder.resolve(String.valueOf(archive.articles())));
		Path log = folder.resolve("gateway.log");
		try (StoreProcess store = StoreProcess.start("6g", folder)) {
			archive.fill(store.uri());
			long start = System.nanoTime();
			try (ServerProcess gateway = gateway(store.uri(), folder, log)) {
				Questioning questioning = new Questioning(gateway);
				assertThat(questioning.isReady() && !log(log).contains("Built the index")).as("ready too soon")
					.isFalse();
				assertThat(questioning.headline(MadeUpArchive.id('A', 0))).isNotBlank();
				Awaitility.await().atMost(BUILT_WITHIN).until(questioning::isReady);
				Duration ready = Duration.ofNanos(System.nanoTime() - start);
				String built = BUILT.matcher(log(log))
					.results()
					.map((found) -> found.group())
					.collect(Collectors.joining());
				Duration cpu = gateway.cpu();
				awaitRest(gateway);
				List<Questioning.Cost> costs = questioning.costs(new ArchiveQuestions(archive).all());
				return new Measured(archive.articles(), built, ready, cpu, bytesIn(folder.resolve("data")),
						gateway.liveBytes(), gateway.residentMegabytes(), costs);
			}
		}
	}

	/** An index that was built is merged while it is used already. */
	private static void awaitRest(ServerProcess gateway) {
		Duration[] before = { Duration.ZERO };
		Awaitility.await().atMost(BUILT_WITHIN).pollInterval(SECOND).until(() -> {
			Duration since = gateway.cpu().minus(before[0]);
			before[0] = gateway.cpu();
			return since.compareTo(REST) < 0;
		});
	}

	/** Nothing is kept of whole answers, so that each question is answered anew. */
	private static ServerProcess gateway(String store, Path folder, Path log) throws IOException {
		int port = ServerProcess.freePort();
		String classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.stream()
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		ServerProcess gateway = ServerProcess.start(
				List.of("@" + Path.of("src", "main", "jvm.options"), "-Xmx" + HEAP, "-cp", classPath,
						Broadsheet.class.getName(), "--server.port=" + port, "--server.address=127.0.0.1",
						"--broadsheet.cache.max-age=0s", "--broadsheet.related.remembered=20",
						"--logging.level.io.broadsheet.access-log=off"),
				Map.of("BROADSHEET_MONGODB_URI", store, "BROADSHEET_DATA_DIR", folder.resolve("data").toString()), port,
				log);
		if (CGROUP != null) {
			gateway.moveTo(Path.of(CGROUP));
		}
		return gateway;
	}

	private static String log(Path log) throws IOException {
		return Files.readString(log);
	}

	private static long bytesIn(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	/**
	 * What was measured of an archive.
	 *
	 * @param articles how many articles it has
	 * @param built what the gateway says of building the index
	 * @param ready how long it took to be ready
	 * @param cpu the processor time that this took
	 * @param disk what the index takes on disk, in bytes
	 * @param heap what is alive in memory after the questions, in bytes
	 * @param resident what of the process is in memory, in MB
	 * @param costs what questions cost
	 */
	private record Measured(int articles, String built, Duration ready, Duration cpu, long disk, long heap,
			long resident, List<Questioning.Cost> costs) {

		@Override
		public String toString() {
			return "%s; ready after %d s and %d s of processor time; %d bytes on disk an article, %d MB of live heap, %d MB resident"
				.formatted(this.built, this.ready.toSeconds(), this.cpu.toSeconds(), this.disk / this.articles,
						this.heap >> 20, this.resident);
		}

	}

}
