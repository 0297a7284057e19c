package io.broadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import io.broadsheet.Wire.Condition;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static io.broadsheet.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps a gateway under mixed traffic while another instance publishes and the store goes
 * away now and then, and prints what it takes: {@code mvn test -Psoak
 * -Dsoak.minutes=20}, with {@code -Preal-store} on the real server. Not part of the
 * build's own tests.
 */
class Soak {

	private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));

	private static final int ROUNDS = 20;

	/** How often a fault begins and a line of the table is printed. */
	private static final Duration ROUND = LENGTH.dividedBy(ROUNDS);

	private static final Duration FAULT = Duration.ofSeconds(5);

	private static final int CLIENTS = 4;

	private static final List<Condition> FAULTS = List.of(Condition.DOWN, Condition.HANGING, Condition.RESETTING,
			Condition.CUTTING, Condition.SLOW);

	private static final String BODY = "The bridge is open again. ".repeat(100);

	@TempDir
	private Path folder = Path.of("");

	@Test
	void soak() throws Exception {
		try (TestStore store = new TestStore();
				ConfigurableApplicationContext publisher = new SpringApplicationBuilder(Broadsheet.class).run(
						"--server.port=0", "--broadsheet.sample=false",
						"--broadsheet.data-dir=" + this.folder.resolve("p"), "--broadsheet.mongodb-uri=" + store.uri());
				Instance gateway = new Instance(this.folder.resolve("gateway"), store.uri()).start()) {
			SoakTraffic traffic = new SoakTraffic(gateway);
			traffic.read(publish(publisher, 0));
			traffic.start(CLIENTS);
			List<Sample> samples = run(store, publisher, gateway, traffic);
			traffic.stop();

			assertThat(traffic.unexpected()).isZero();
			assertThat(traffic.injected()).isPositive();
			assertFlat(samples);
		}
	}

	private static List<Sample> run(TestStore store, ConfigurableApplicationContext publisher, Instance gateway,
			SoakTraffic traffic) throws Exception {
		List<Sample> samples = new ArrayList<>();
		System.out.println("minute  fault      requests  injected  unexpected  live heap MB  threads  files");
		for (int round = 1; round <= ROUNDS; round++) {
			Thread.sleep(ROUND.minus(FAULT.multipliedBy(2)));
			traffic.read(publish(publisher, round));
			Condition fault = FAULTS.get(round % FAULTS.size());
			traffic.expectFaults(true);
			store.wire().is(fault);
			Thread.sleep(FAULT);
			store.wire().is(Condition.UP);
			// Within this time all is to be well again.
			Thread.sleep(FAULT);
			traffic.expectFaults(false);
			Sample sample = Sample.of(gateway);
			samples.add(sample);
			System.out.printf("%6.1f  %-9s  %8d  %8d  %10d  %12.1f  %7.0f  %5.0f%n",
					ROUND.multipliedBy(round).toSeconds() / 60.0, fault, traffic.requests(), traffic.injected(),
					traffic.unexpected(), sample.heap() / (1 << 20), sample.threads(), sample.files());
		}
		return samples;
	}

	/** Publishes some more stories; their ids. */
	private static List<NodeId> publish(ConfigurableApplicationContext publisher, int round) {
		List<ArticleBuilder> stories = new ArrayList<>();
		for (int n = 0; n < 50; n++) {
			stories.add(article("Soak bridge " + round + " " + n).saying(BODY));
		}
		publisher.getBean(Articles.class).publish(stories.stream().map(ArticleBuilder::build).toList());
		return stories.stream().map(ArticleBuilder::id).toList();
	}

	/** The second half takes no more than the first, once what may be kept is full. */
	private static void assertFlat(List<Sample> samples) {
		List<Sample> first = samples.subList(samples.size() / 3, samples.size() / 2);
		List<Sample> second = samples.subList(samples.size() / 2, samples.size());
		double before = least(first, Sample::heap);
		double after = least(second, Sample::heap);
		System.out.printf("live heap: %.1f MB before half of the time, %.1f MB after it%n", before / (1 << 20),
				after / (1 << 20));
		assertThat(after).isLessThan(before * 1.3);
		assertThat(least(second, Sample::threads)).isLessThan(least(first, Sample::threads) + 10);
		assertThat(least(second, Sample::files)).isLessThan(least(first, Sample::files) + 20);
	}

	private static double least(List<Sample> samples, ToDoubleFunction<Sample> what) {
		return samples.stream().mapToDouble(what).min().orElseThrow();
	}

	/**
	 * What the gateway takes.
	 *
	 * @param heap the bytes of its heap that are live
	 * @param threads how many threads it has
	 * @param files how many files and sockets are open
	 */
	private record Sample(double heap, double threads, double files) {

		static Sample of(Instance gateway) throws IOException {
			gateway.collectGarbage();
			String metrics = gateway.get("/actuator/prometheus").body();
			return new Sample(value(metrics, "jvm_memory_used_bytes"), value(metrics, "jvm_threads_live_threads"),
					value(metrics, "process_files_open_files"));
		}

		/** The sum over what there is of it, leaving out memory that is no heap. */
		private static double value(String metrics, String name) {
			return Pattern.compile("(?m)^" + name + "(?:\\{(?!area=\"nonheap)[^}]*})? (\\S+)$")
				.matcher(metrics)
				.results()
				.mapToDouble((line) -> Double.parseDouble(line.group(1)))
				.sum();
		}

	}

}
