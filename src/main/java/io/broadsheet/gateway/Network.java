package io.broadsheet.gateway;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Neighbouring network addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
 *
 * @param address one of them
 * @param bits how many of its first bits they all have
 */
record Network(InetAddress address, int bits) {

	private static final int BITS_OF_A_HOUSEHOLD = 64;

	/**
	 * Reads a network, or a single address.
	 * @throws IllegalArgumentException if it is neither
	 */
	static Network parse(String text) {
		int slash = text.indexOf('/');
		InetAddress address = InetAddress.ofLiteral((slash < 0) ? text : text.substring(0, slash));
		int longest = address.getAddress().length * Byte.SIZE;
		int bits = (slash < 0) ? longest : Integer.parseInt(text.substring(slash + 1));
		if (bits < 0 || bits > longest) {
			throw new IllegalArgumentException(text);
		}
		return new Network(address, bits);
	}

	/**
	 * Reads networks from a setting.
	 * @throws IllegalArgumentException if one is none
	 */
	static List<Network> parse(String setting, List<String> texts) {
		return texts.stream().map(String::strip).map((text) -> {
			try {
				return parse(text);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(
						"%s has \"%s\"; each must be a network such as 10.0.0.0/8, or an address.".formatted(setting,
								text),
						ex);
			}
		}).toList();
	}

	/** Whether an address is one of them. */
	boolean has(InetAddress other) {
		byte[] mine = this.address.getAddress();
		byte[] theirs = other.getAddress();
		return mine.length == theirs.length && Arrays.equals(masked(mine, this.bits), masked(theirs, this.bits));
	}

	/**
	 * What stands for whoever has an address: with IPv6 a household has very many of them
	 * at its choice.
	 */
	static String owner(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (bytes.length * Byte.SIZE <= BITS_OF_A_HOUSEHOLD) ? address.getHostAddress()
				: Arrays.toString(Arrays.copyOf(bytes, BITS_OF_A_HOUSEHOLD / Byte.SIZE));
	}

	private static byte[] masked(byte[] bytes, int bits) {
		byte[] masked = bytes.clone();
		for (int n = 0; n < masked.length; n++) {
			int kept = Math.clamp(bits - (long) n * Byte.SIZE, 0, Byte.SIZE);
			masked[n] &= (byte) (0xFF << (Byte.SIZE - kept));
		}
		return masked;
	}

}
