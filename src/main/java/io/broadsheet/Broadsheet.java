package io.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway's entry point. */
@SpringBootApplication
public class Broadsheet {

	static void main(String[] args) {
		Commands commands = new Commands();
		int exitCode = commands.run(args);
		if (commands.serving() == null) {
			System.exit(exitCode);
		}
		else {
			SpringApplication.run(Broadsheet.class, commands.serving());
		}
	}

}
