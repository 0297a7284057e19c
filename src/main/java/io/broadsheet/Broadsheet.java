package io.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;

/** The gateway's entry point. */
@SpringBootApplication(exclude = GraphQlWebMvcAutoConfiguration.class)
public class Broadsheet {

	static void main(String[] args) {
		Commands commands = new Commands();
		int exitCode = commands.run(args);
		if (commands.serving() == null) {
			System.exit(exitCode);
		}
		else {
			Relaunch.unlessToldOptions();
			SpringApplication.run(Broadsheet.class, commands.serving());
		}
	}

}
