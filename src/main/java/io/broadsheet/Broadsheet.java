package io.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway's entry point. */
@SpringBootApplication
public class Broadsheet {

	static void main(String[] args) {
		SpringApplication.run(Broadsheet.class, args);
	}

}
