package io.broadsheet.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The least that a server in Java can do: reads a request from a socket that is kept
 * open, and writes the bytes of a file. Arguments: the port, the file.
 */
final class FrameworkFreeHandler {

	private static final String CONTENT_LENGTH = "content-length:";

	private static final int BUFFER_BYTES = 32 * 1024;

	private final byte[] response;

	private FrameworkFreeHandler(byte[] body) throws IOException {
		byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		this.response = new byte[head.length + body.length];
		System.arraycopy(head, 0, this.response, 0, head.length);
		System.arraycopy(body, 0, this.response, head.length, body.length);
	}

	public static void main(String[] args) throws IOException {
		FrameworkFreeHandler handler = new FrameworkFreeHandler(Files.readAllBytes(Path.of(args[1])));
		try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 0, InetAddress.getLoopbackAddress())) {
			while (true) {
				Socket socket = server.accept();
				Thread.ofPlatform().start(() -> handler.serve(socket));
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
			OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
			while (readRequest(in)) {
				out.write(this.response);
				out.flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean readRequest(InputStream in) throws IOException {
		int length = 0;
		for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
			String lower = line.toLowerCase(Locale.ROOT);
			if (lower.startsWith(CONTENT_LENGTH)) {
				length = Integer.parseInt(lower.substring(CONTENT_LENGTH.length()).strip());
			}
			else if (lower.equals("end of stream")) {
				return false;
			}
		}
		in.skipNBytes(length);
		return true;
	}

	private static String readLine(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c == -1) {
				return "end of stream";
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

}
