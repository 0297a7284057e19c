package io.broadsheet.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection to the gateway over which any bytes can be sent, at any pace. */
final class RawConnection implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 20_000;

	private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private final Socket socket;

	RawConnection(URI server) throws IOException {
		this.socket = new Socket(server.getHost(), server.getPort());
		this.socket.setSoTimeout(PATIENCE_MILLIS);
	}

	RawConnection send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		this.socket.getOutputStream().flush();
		return this;
	}

	/** Sends a POST of a document. */
	RawConnection post(String document) throws IOException {
		String body = "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}";
		return send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
	}

	/** Sends one character again and again, until the server closes the connection. */
	Duration dripUntilClosed(String character, Duration pause) throws IOException {
		long start = System.nanoTime();
		this.socket.setSoTimeout((int) pause.toMillis());
		while (Duration.ofNanos(System.nanoTime() - start).toMillis() < PATIENCE_MILLIS) {
			if (isClosedAfter(character)) {
				return Duration.ofNanos(System.nanoTime() - start);
			}
		}
		throw new AssertionError("The connection is still open");
	}

	private boolean isClosedAfter(String character) throws IOException {
		try {
			send(character);
			return this.socket.getInputStream().read() < 0;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	/** Waits until an answer begins. */
	void awaitAnswer() throws IOException {
		if (this.socket.getInputStream().read() < 0) {
			throw new EOFException("The server closed the connection without an answer");
		}
	}

	/** One response, head and body, and the connection is open still. */
	String readResponse() throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int character = this.socket.getInputStream().read();
			if (character < 0) {
				throw new EOFException("The server closed the connection after: " + head);
			}
			head.append((char) character);
		}
		Matcher length = CONTENT_LENGTH.matcher(head);
		int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
		return head + new String(this.socket.getInputStream().readNBytes(body), StandardCharsets.UTF_8);
	}

	/** All that comes until the server closes the connection. */
	String readToEnd() throws IOException {
		return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
