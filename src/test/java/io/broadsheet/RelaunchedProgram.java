package io.broadsheet;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells what it is run with, if it may. */
final class RelaunchedProgram {

	private RelaunchedProgram() {
	}

	static void main(String[] args) {
		Relaunch.unlessToldOptions();
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.print(ProcessHandle.current().pid());
		tell(out, ManagementFactory.getRuntimeMXBean().getInputArguments());
		tell(out, List.of(args));
	}

	private static void tell(PrintStream out, List<String> words) {
		out.print('\1');
		words.forEach((word) -> out.print(word + '\0'));
	}

}
