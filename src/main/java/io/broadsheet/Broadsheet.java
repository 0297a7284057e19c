package io.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;

/** The gateway's entry point. */
@SpringBootApplication(exclude = GraphQlWebMvcAutoConfiguration.class)
public class Broadsheet {

	private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

	private static final int CARRIERS_FOR_EACH_PROCESSOR = 2;

	static void main(String[] args) {
		Commands commands = new Commands();
		int exitCode = commands.run(args);
		if (commands.serving() == null) {
			System.exit(exitCode);
		}
		else {
			shareProcessors();
			SpringApplication.run(Broadsheet.class, commands.serving());
		}
	}

	/**
	 * A virtual thread that never waits keeps its carrier until it ends or steps back.
	 * With more carriers than processors the system parts these among dear requests and
	 * others. With many more, so many threads want to run that compilers get little time
	 * and each request costs a fifth more, for no better times of others beside dear
	 * ones.
	 */
	private static void shareProcessors() {
		if (System.getProperty(CARRIERS) == null) {
			System.setProperty(CARRIERS,
					String.valueOf(CARRIERS_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors()));
		}
	}

}
