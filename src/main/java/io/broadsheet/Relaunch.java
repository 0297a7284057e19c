package io.broadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Has {@code java -jar} run with the options that the gateway is made and measured for: a
 * jar cannot name any itself, and a Java that is told nothing takes up to twice the
 * memory and longer to start. The process stays the same, as for a shell's {@code exec}.
 */
final class Relaunch {

	/** Where a Java is told options besides its command line. */
	private static final Set<String> ENVIRONMENT = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

	private static final Path PROCESS = Path.of("/proc/self");

	/** Whatever bytes a command line has, they are the same again. */
	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private Relaunch() {
	}

	/**
	 * Begins anew with the gateway's own options, and does not return, if Java was told
	 * none. Where a process cannot become another program, it goes on as it is.
	 */
	static void unlessToldOptions() {
		Path commandLine = PROCESS.resolve("cmdline");
		if (!Files.isReadable(commandLine)) {
			return;
		}
		try {
			List<String> words = List.of(Files.readString(commandLine, BYTES).split("\0", -1));
			List<String> command = command(words.subList(0, words.size() - 1), System.getenv());
			if (!command.isEmpty()) {
				become(PROCESS.resolve("exe").toRealPath(), command);
			}
		}
		catch (IOException ex) {
			goOn(ex.toString());
		}
	}

	/**
	 * The command to begin anew with.
	 * @param words the command line as it is, the program first
	 * @param environment the environment's variables
	 * @return the command, the program first; nothing if Java was told options
	 */
	static List<String> command(List<String> words, Map<String, String> environment) throws IOException {
		boolean isToldNothing = words.size() > 1 && words.get(1).equals("-jar")
				&& ENVIRONMENT.stream().allMatch((name) -> environment.getOrDefault(name, "").isBlank());
		if (!isToldNothing) {
			return List.of();
		}
		List<String> command = new ArrayList<>(words);
		command.addAll(1, options());
		return command;
	}

	private static List<String> options() throws IOException {
		try (InputStream options = Objects.requireNonNull(Relaunch.class.getResourceAsStream("/jvm.options"))) {
			return new String(options.readAllBytes(), BYTES).lines().toList();
		}
	}

	/** The system's {@code execv} returns only if it failed. */
	@SuppressWarnings("restricted")
	private static void become(Path program, List<String> command) {
		Linker linker = Linker.nativeLinker();
		MethodHandle execv = linker.downcallHandle(linker.defaultLookup().findOrThrow("execv"),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment words = arena.allocate(ValueLayout.ADDRESS, command.size() + 1);
			for (int n = 0; n < command.size(); n++) {
				words.setAtIndex(ValueLayout.ADDRESS, n, arena.allocateFrom(command.get(n), BYTES));
			}
			int failure = (int) execv.invokeExact(arena.allocateFrom(program.toString()), words);
			goOn("execv returned " + failure);
		}
		catch (Throwable ex) {
			goOn(ex.toString());
		}
	}

	/** No log is there yet. */
	private static void goOn(String reason) {
		System.err.printf("Java runs without the gateway's options: %s.%n", reason);
	}

}
