package io.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are sent one after the other on each of some connections, by the load
 * tool {@code wrk}.
 */
final class Load {

	private static final int CONNECTIONS = 16;

	private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

	private final Path script;

	private final int requests;

	/** How many were sent in all runs; the next goes on from there. */
	private long sent;

	/**
	 * @param script what the tool runs
	 * @param requests how many different requests it has
	 */
	private Load(Path script, int requests) {
		this.script = script;
		this.requests = requests;
	}

	/** Whether each of its requests was sent. */
	boolean isSentOnce() {
		return this.sent >= this.requests;
	}

	/**
	 * Load of one query.
	 * @param query the query
	 * @param variables what its variables are in each request
	 * @param folder where what the tool reads is kept
	 */
	static Load of(String query, List<? extends Map<String, ?>> variables, Path folder) throws IOException {
		return of(query, variables, Map.of(), folder);
	}

	/**
	 * Load of one query, asked by POST with more headers than it needs.
	 * @param headers what they are, by their names
	 */
	static Load of(String query, List<? extends Map<String, ?>> variables, Map<String, String> headers, Path folder)
			throws IOException {
		JsonMapper json = JsonMapper.builder().build();
		Map<String, String> all = new LinkedHashMap<>(headers);
		all.put("Content-Type", "application/json");
		return of(variables.stream()
			.map((one) -> json.writeValueAsString(Map.of("query", query, "variables", one)))
			.toList(), "\"POST\", nil, headers, line", all, folder);
	}

	/**
	 * Load of one address, by GET.
	 * @param path the path with its query string
	 * @param headers what is sent with it
	 */
	static Load of(String path, Map<String, String> headers, Path folder) throws IOException {
		return of(List.of(path), "\"GET\", line, headers", headers, folder);
	}

	private static Load of(List<String> lines, String request, Map<String, String> headers, Path folder)
			throws IOException {
		Path requests = Files.createTempFile(folder, "requests", ".ndjson");
		Files.write(requests, lines);
		String table = headers.entrySet()
			.stream()
			.map((header) -> "[\"%s\"] = '%s'".formatted(header.getKey(), header.getValue()))
			.collect(Collectors.joining(", "));
		Path script = Files.createTempFile(folder, "load", ".lua");
		Files.writeString(script,
				"""
						local requests = {}
						local headers = {["Accept"] = "application/json", %s}
						init = function()
						  for line in io.lines("%s") do
						    requests[#requests + 1] = wrk.format(%s)
						  end
						end
						local pause = tonumber(os.getenv("PAUSE"))
						if pause > 0 then
						  delay = function() return -math.log(1 - math.random()) * pause end
						end
						local n = tonumber(os.getenv("FROM"))
						request = function()
						  n = n %% #requests + 1
						  return requests[n]
						end
						done = function(summary, latency)
						  local e = summary.errors
						  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
						    latency:percentile(50), latency:percentile(99), e.status + e.connect + e.read + e.write + e.timeout))
						end
						"""
					.formatted(table, requests, request));
		return new Load(script, lines.size());
	}

	/** What a run of load met. */
	record Result(long requests, Duration median, Duration p99) {
	}

	/** Sends the requests for some time, as fast as they are answered. */
	Result run(URI address, Duration time) throws IOException, InterruptedException {
		return run(address, time, 0);
	}

	/**
	 * Sends the requests for some time, about so many in each second, at random moments.
	 */
	Result runAt(double rate, URI address, Duration time) throws IOException, InterruptedException {
		return run(address, time, CONNECTIONS * 1000 / rate);
	}

	/**
	 * @param pause how many milliseconds a connection pauses after an answer, on average
	 */
	private Result run(URI address, Duration time, double pause) throws IOException, InterruptedException {
		ProcessBuilder program = new ProcessBuilder("wrk", "--threads", "1", "--connections",
				String.valueOf(CONNECTIONS), "--duration", time.toSeconds() + "s", "--timeout", "10s", "--script",
				this.script.toString(), address.toString())
			.redirectErrorStream(true);
		program.environment().put("PAUSE", String.valueOf(pause));
		program.environment().put("FROM", String.valueOf(this.sent % this.requests));
		Process tool = program.start();
		String printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher matcher = RESULT.matcher(printed);
		if (tool.waitFor() != 0 || !matcher.find() || number(matcher, 5) > 0) {
			throw new IllegalStateException("The load tool met a failure: " + printed);
		}
		this.sent += number(matcher, 1);
		return new Result(number(matcher, 1), micros(number(matcher, 3)), micros(number(matcher, 4)));
	}

	private static long number(MatchResult result, int group) {
		return Long.parseLong(result.group(group));
	}

	private static Duration micros(long micros) {
		return Duration.ofNanos(micros * 1000);
	}

}
