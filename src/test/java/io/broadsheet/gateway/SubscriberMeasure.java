package io.broadsheet.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.SocketClient;

/**
 * Measures what idle subscribers cost a running gateway: its heap in use and its resident
 * memory, both after a collection, before and after so many subscribe. Arguments: the
 * process id of the gateway, its address, how many, and {@code sockets} or
 * {@code events}.
 */
public final class SubscriberMeasure {

	private static final String SUBSCRIPTION = "subscription { articlePublished(filter: { languages: [\"en\"] }) { id headline url } }";

	private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private SubscriberMeasure() {
	}

	/**
	 * Measures.
	 * @param arguments process id, address, number, and kind of connection
	 * @throws IOException if the gateway cannot be asked
	 * @throws InterruptedException never
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		String process = arguments[0];
		URI address = URI.create(arguments[1]);
		int number = Integer.parseInt(arguments[2]);
		boolean sockets = "sockets".equals(arguments[3]);
		List<AutoCloseable> subscribers = subscribe(address, 50, sockets);
		report(process, subscribers.size() + " subscribers, to warm up");
		List<AutoCloseable> more = subscribe(address, number, sockets);
		report(process, more.size() + " more");
		System.exit(0);
	}

	private static List<AutoCloseable> subscribe(URI address, int number, boolean sockets)
			throws IOException, InterruptedException {
		List<AutoCloseable> subscribers = new ArrayList<>();
		HttpClient http = HttpClient.newHttpClient();
		for (int n = 0; n < number; n++) {
			subscribers.add(sockets ? socket(http, address) : events(http, address));
		}
		return subscribers;
	}

	private static SocketClient socket(HttpClient http, URI address) {
		SocketClient client = SocketClient.connect(http, address);
		client.subscribe("1", SUBSCRIPTION);
		client.subscribe("2", "{ __typename }");
		client.hear("next");
		client.hear("complete");
		return client;
	}

	private static InputStream events(HttpClient http, URI address) throws IOException, InterruptedException {
		HttpResponse<InputStream> response = http.send(HttpRequest
			.newBuilder(URI.create(address + "?query=" + URLEncoder.encode(SUBSCRIPTION, StandardCharsets.UTF_8)))
			.header("Accept", "text/event-stream")
			.build(), BodyHandlers.ofInputStream());
		if (response.statusCode() != 200) {
			throw new IOException("Answered with " + response.statusCode());
		}
		return response.body();
	}

	private static void report(String process, String what) throws IOException, InterruptedException {
		run("jcmd", process, "GC.run");
		run("jcmd", process, "GC.run");
		Matcher heap = HEAP_USED.matcher(run("jcmd", process, "GC.heap_info"));
		Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", process, "status")));
		System.out.printf("%s: heap %d MB, resident %d MB%n", what, heap.find() ? number(heap) : -1,
				resident.find() ? number(resident) : -1);
	}

	private static long number(Matcher kilobytes) {
		return Long.parseLong(kilobytes.group(1)) / 1024;
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output;
	}

}
