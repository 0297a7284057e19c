package io.broadsheet.graph;

/**
 * Who sent a request, so far as the network knows; in the GraphQL context under its
 * class.
 *
 * @param address the network address, such as {@code 203.0.113.7}
 */
public record Client(String address) {

	/** A request that came by no network. */
	public static final Client UNKNOWN = new Client("unknown");

}
